import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { mistyped, suitsFamily } from './valueForms.ts';

export const typeMismatchNumber = defineCheck({
  code: 'TYPE_MISMATCH_NUMBER',
  severity: 'WARNING',
  types: everyType,
  element: 'condition',
  what: 'A value of a numeric operator is no number.',
  why: 'IAM cannot compare the number of a request with it, so the condition is never met as meant.',
  fix: 'Write a number, without a unit.',
  source: analyzerPage('TYPE_MISMATCH_NUMBER', 'WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": «"1h"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "NumericLessThanEqualsIfExists": { "s3:max-keys": «"1,000"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": 3600 }, "NumericGreaterThanEquals": { "s3:TlsVersion": "1.2" } } } }`,
    },
  ],
  check(condition, { report }) {
    for (const { node, text } of mistyped(condition, ['Numeric'])) {
      report({
        node,
        message: `${text || 'An empty string'} is no number, so ${condition.name ?? 'the key'} cannot be compared with it; write one without a unit.`,
        fixes: () => {
          const meant = text.replace(/(?<=\d)[,_ ](?=\d{3}(?!\d))/g, '').trim();
          if (meant === text || !suitsFamily(meant, 'Numeric')) return [];
          return fixWith(`Change to ${meant}`, [{ edit: 'replace', node, value: meant }]);
        },
      });
    }
  },
});
