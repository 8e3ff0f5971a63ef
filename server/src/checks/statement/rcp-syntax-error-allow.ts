import { literalOf } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { removeStatement } from '../elementFixes.ts';

export const rcpSyntaxErrorAllow = defineCheck({
  code: 'RCP_SYNTAX_ERROR_ALLOW',
  severity: 'ERROR',
  types: ['rcp'],
  element: 'statement',
  what: 'An Allow statement of a resource control policy is narrowed to certain resources or by a condition.',
  why: 'The only Allow there is, in RCPFullAWSAccess, lets everything pass; a policy of your own can only deny.',
  fix: 'Write the statement as a Deny of what shall not pass.',
  source: analyzerPage('RCP_SYNTAX_ERROR_ALLOW', 'ERROR'),
  bad: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": «"Allow"», "Principal": "*", "Action": "s3:*",
        "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": «"Allow"», "Principal": "*", "Action": "s3:*",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
          "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } },
        { "Effect": «"Allow"», "Principal": "*", "Action": "s3:*", "NotResource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }] }`,
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
  check({ effect, resource, condition, node }, { report }) {
    if (effect?.value === undefined || effect.allows !== 'Allow') return;
    const narrow = (resource?.entries ?? []).filter((entry) => (literalOf(entry) ?? '*') !== '*');
    const excluding = resource?.name === 'NotResource' ? [resource.key] : [];
    const related = [...excluding, ...narrow, ...(condition === undefined ? [] : [condition.key])];
    if (related.length === 0) return;
    report({
      node: effect.value,
      related,
      message:
        'An Allow of a resource control policy can only let everything pass, so AWS refuses one with certain resources or conditions; deny what shall not pass.',
      fixes: () => removeStatement(node),
    });
  },
});
