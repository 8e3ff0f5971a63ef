import { analyzerPage, everyType } from '../check.ts';
import { changeOperator } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';

export const nullWithIfExists = defineCheck({
  code: 'NULL_WITH_IF_EXISTS',
  severity: 'ERROR',
  types: everyType,
  element: 'operator',
  what: 'The Null operator has the suffix IfExists.',
  why: 'Null itself asks whether a key is in the request, so IAM takes no IfExists with it and refuses the policy.',
  fix: 'Write Null without IfExists.',
  source: analyzerPage('NULL_WITH_IF_EXISTS', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { «"NullIfExists"»: { "aws:PrincipalTag/team": "false" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole",
        "Condition": { «"nullifexists"»: { "aws:MultiFactorAuthAge": "false" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole",
        "Condition": { "Null": { "aws:PrincipalTag/team": "false" }, «"ForAnyValue:NullIfExists"»: { "aws:MultiFactorAuthAge": "false" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Null": { "aws:PrincipalTag/team": "false" }, "StringEqualsIfExists": { "aws:PrincipalTag/team": "blue" } } } }`,
    },
  ],
  check(block, { report }) {
    const { key, operator, statement } = block;
    if (operator?.family !== 'Null' || !operator.ifExists) return;
    report({
      node: key,
      message: 'Null asks whether the key is in the request, so it takes no IfExists; write Null.',
      fixes: () => fixWith('Change to Null', changeOperator(statement, block, 'Null'), true),
    });
  },
});
