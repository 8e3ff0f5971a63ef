import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { meantDate } from './dateForm.ts';
import { mistyped } from './valueForms.ts';

export const typeMismatchDate = defineCheck({
  code: 'TYPE_MISMATCH_DATE',
  severity: 'WARNING',
  types: everyType,
  element: 'condition',
  what: 'A value of a date operator is no date.',
  why: 'IAM cannot compare the time of a request with it, so the condition is never met as meant.',
  fix: 'Write the date as YYYY-MM-DD, or with the time as YYYY-MM-DDThh:mm:ssZ.',
  source: analyzerPage('TYPE_MISMATCH_DATE', 'WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "DateLessThan": { "aws:CurrentTime": «"2030/1/31"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "DateGreaterThan": { "aws:CurrentTime": «"2030-02-30"» }, "DateLessThan": { "aws:TokenIssueTime": «"tomorrow"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "DateGreaterThan": { "aws:CurrentTime": "2028-02-29" }, "DateLessThan": { "aws:CurrentTime": "2030-01-31T23:59:59+01:00" } } } }`,
    },
  ],
  check(condition, { report }) {
    for (const { node, text } of mistyped(condition, ['Date'])) {
      const meant = meantDate(text);
      report({
        node,
        message: `${text || 'An empty string'} is no date, so ${condition.name ?? 'the key'} cannot be compared with it; write ${meant ?? 'one such as 2030-01-31'}.`,
        fixes: () =>
          meant === undefined
            ? []
            : fixWith(`Change to ${meant}`, [{ edit: 'replace', node, value: meant }], true),
      });
    }
  },
});
