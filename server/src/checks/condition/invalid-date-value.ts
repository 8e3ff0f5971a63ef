import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { textOf } from '../trust/callerLimit.ts';
import { dateForm, meantDate } from './dateForm.ts';
import { takesFamily } from './operatorTypes.ts';

export const invalidDateValue = defineCheck({
  code: 'INVALID_DATE_VALUE',
  severity: 'WARNING',
  types: everyType,
  element: 'condition',
  what: 'A date is written as a number of seconds since 1970.',
  why: 'Nobody sees what day it is, and it may not be read as the time that was meant.',
  fix: 'Write the date as YYYY-MM-DD, or with the time as YYYY-MM-DDThh:mm:ssZ.',
  source: analyzerPage('INVALID_DATE_VALUE', 'WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "DateLessThan": { "aws:CurrentTime": «"1893456000"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "DateGreaterThanIfExists": { "aws:TokenIssueTime": «1893456000» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-01-01T00:00:00Z" }, "DateGreaterThan": { "aws:CurrentTime": "2029" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NumericLessThan": { "aws:EpochTime": "1893456000" } } } }`,
    },
  ],
  check({ block: { operator }, lookup, values }, { report }) {
    if (operator?.family !== 'Date') return;
    // TYPE_MISMATCH speaks of an operator that is not made for the key.
    if (lookup !== undefined && 'key' in lookup && !takesFamily(lookup.key, 'Date')) return;
    for (const node of values) {
      const text = textOf(node);
      if (text === undefined || dateForm(text) !== 'epoch') continue;
      const meant = meantDate(text);
      report({
        node,
        message: `The date ${text} is a number of seconds, which may not be read as what was meant; write ${meant ?? 'it as YYYY-MM-DD'}.`,
        fixes: () =>
          meant === undefined
            ? []
            : fixWith(`Change to ${meant}`, [{ edit: 'replace', node, value: meant }], true),
      });
    }
  },
});
