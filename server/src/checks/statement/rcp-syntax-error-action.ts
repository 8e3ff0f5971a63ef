import { parseActionName } from '../../policy/actionName.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { writeOutServices } from '../action/actionFixes.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

export const rcpSyntaxErrorAction = defineCheck({
  code: 'RCP_SYNTAX_ERROR_ACTION',
  severity: 'ERROR',
  types: ['rcp'],
  element: 'action',
  what: 'An action of a resource control policy names no service, or one that takes no such policies.',
  why: 'AWS Organizations refuses "*" there, and policies about services that do not evaluate them.',
  fix: 'Name actions of the services that support resource control policies, such as s3:*.',
  source: analyzerPage('RCP_SYNTAX_ERROR_ACTION', 'ERROR'),
  bad: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": «"*"»,
        "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*",
        "Action": ["s3:*", «"ec2:RunInstances"», «"*:Delete*"»],
        "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } }`,
    },
  ],
  good: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "*",
        "Resource": "*" } }`,
    },
  ],
  check({ text, node, element, statement }, context) {
    const { catalog, report } = context;
    if (element.name === 'NotAction') return;
    const action = parseActionName(text);
    if (action === undefined ? /^\*+$/.test(text) : hasWildcard(action.prefix)) {
      // Allow is left to AWS's own RCPFullAWSAccess, which allows *.
      if (statement.effect?.allows !== 'Deny') return;
      report({
        node,
        message: `${text} names no service, and AWS refuses a resource control policy about all of them; name services, as in s3:*.`,
        fixes: () => writeOutServices({ text, node, statement }, context, catalog.rcpServices),
      });
    }
    if (action === undefined || hasWildcard(action.prefix)) return;
    const known = catalog.service(action.prefix);
    if (known === undefined || known.added || catalog.rcpServices.has(known.prefix)) return;
    report({
      node,
      message: `${known.name} takes no resource control policies, so AWS refuses ${text} in one; remove it.`,
      fixes: () =>
        element.entries.length > 1
          ? [{ title: `Remove ${text}`, edits: [{ edit: 'remove', node }], safe: false }]
          : [],
    });
  },
});
