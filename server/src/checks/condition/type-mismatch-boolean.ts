import { analyzerPage, everyType, type Fix } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { mistyped } from './valueForms.ts';

export const typeMismatchBoolean = defineCheck({
  code: 'TYPE_MISMATCH_BOOLEAN',
  severity: 'WARNING',
  types: everyType,
  element: 'condition',
  what: 'A value of Bool or Null is neither true nor false.',
  why: 'IAM compares truth values only, so the condition is never met as meant.',
  fix: 'Write true or false.',
  source: analyzerPage('TYPE_MISMATCH_BOOLEAN', 'WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:MultiFactorAuthPresent": «"yes"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Null": { "aws:PrincipalTag/team": «0» }, "BoolIfExists": { "aws:SecureTransport": [«"*"»] } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Null": { "aws:PrincipalTag/team": "False" }, "Bool": { "aws:SecureTransport": true, "aws:ViaAWSService": ["false"] } } } }`,
    },
  ],
  check(condition, { report }) {
    // INVALID_CONDITION_MULTIPLE_BOOLEAN speaks of several values.
    const { block, list } = condition;
    const several = (list?.items.length ?? 0) > 1 && block.operator?.set === undefined;
    if (block.operator?.family === 'Bool' && several) return;
    for (const { node, text } of mistyped(condition, ['Bool', 'Null'])) {
      report({
        node,
        message: `${text || 'An empty string'} is neither true nor false, so ${condition.name ?? 'the key'} cannot be compared with it; write true or false.`,
        fixes: (): Fix[] => {
          const meant = meanings[text.trim().toLowerCase()];
          if (meant === undefined) return [];
          return fixWith(`Change to ${meant}`, [{ edit: 'replace', node, value: meant }]);
        },
      });
    }
  },
});

const meanings: Readonly<Record<string, 'true' | 'false'>> = {
  true: 'true',
  yes: 'true',
  on: 'true',
  '1': 'true',
  false: 'false',
  no: 'false',
  off: 'false',
  '0': 'false',
};
