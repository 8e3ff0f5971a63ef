import type { OperatorFamily } from '../../policy/conditionOperator.ts';
import { isEscape, policyVariables } from '../../policy/policyVariable.ts';
import { literalOf, spanWithin } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

const takesVariables: ReadonlySet<OperatorFamily> = new Set<OperatorFamily>(['String', 'Arn']);

export const invalidVariableForOperator = defineCheck({
  code: 'INVALID_VARIABLE_FOR_OPERATOR',
  severity: 'ERROR',
  types: everyType,
  element: 'value',
  what: 'A policy variable is compared by an operator that takes none.',
  why: 'IAM puts values in the place of variables only for String and Arn operators; others refuse the text.',
  fix: 'Write the value out, or compare with a String or Arn operator.',
  source: analyzerPage('INVALID_VARIABLE_FOR_OPERATOR', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": "«\${aws:PrincipalTag/age}»" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "«\${aws:PrincipalTag/office}»/24"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:SecureTransport": "«\${aws:PrincipalTag/secure}»" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "s3:ExistingObjectTag/owner": "\${aws:username}" }, "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/\${aws:PrincipalTag/team}" } } } }`,
    },
  ],
  check({ text, node, condition }, { policy, report }) {
    const { operator } = condition.block;
    if (operator === undefined || takesVariables.has(operator.family) || !text.includes('${')) return;
    // In the older version the text is no variable, which is reported.
    if (policy.level === 'document' && literalOf(policy.version?.value) !== '2012-10-17') return;
    for (const variable of policyVariables(text)) {
      if (!variable.closed || variable.name.trim() === '' || isEscape(variable)) continue;
      report({
        node,
        span: spanWithin(node, variable.from, variable.to),
        message: `${operator.name} takes no policy variables such as ${text.slice(variable.from, variable.to)}, only String and Arn operators do; write the value out.`,
      });
    }
  },
});
