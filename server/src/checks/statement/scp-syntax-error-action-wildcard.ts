import { parseActionName } from '../../policy/actionName.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { writeOutServices } from '../action/actionFixes.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

/**
 * AWS's page still says that wildcards may stand at an action's end only. Since 19 September 2025 service control
 * policies take the whole IAM language, wildcards at the start and in the middle of a name included, and what is left
 * of the rule is IAM's own: none in the name of the service.
 */
export const scpSyntaxErrorActionWildcard = defineCheck({
  code: 'SCP_SYNTAX_ERROR_ACTION_WILDCARD',
  severity: 'ERROR',
  types: ['scp'],
  element: 'action',
  what: 'An action of a service control policy has a wildcard where the service stands.',
  why: 'Wildcards may stand anywhere in the name of an action, but AWS refuses them in the name of the service.',
  fix: 'Write the service out, one action for each.',
  source: analyzerPage('SCP_SYNTAX_ERROR_ACTION_WILDCARD', 'ERROR'),
  bad: [
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": «"*:Delete*"»,
        "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/Admin" } } } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": ["organizations:LeaveOrganization", «"waf*:Delete*"»], "Resource": "*" } }`,
    },
  ],
  good: [
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": ["iam:*AccessKey*", "ec2:*Vpc", "s3:Delete?ucket"], "Resource": "*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*",
        "Condition": { "StringEquals": { "aws:RequestedRegion": "us-gov-west-1" } } } }`,
    },
  ],
  check({ text, node, statement }, context) {
    const action = parseActionName(text);
    if (action === undefined || !hasWildcard(action.prefix) || text === '*:*') return;
    context.report({
      node,
      message: `${text} has a wildcard in place of a service, which AWS refuses; write the service out, as in s3:${action.name}.`,
      fixes: () => writeOutServices({ text, node, statement }, context),
    });
  },
});
