import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { mistyped } from './valueForms.ts';

/** The name says string; AWS's page speaks of text in base64, which BinaryEquals compares with. */
export const typeMismatchString = defineCheck({
  code: 'TYPE_MISMATCH_STRING',
  severity: 'WARNING',
  types: everyType,
  element: 'condition',
  what: 'A value of BinaryEquals is no text in base64.',
  why: 'IAM compares the bytes that the text stands for, so any other text never matches.',
  fix: 'Write the bytes in base64.',
  source: analyzerPage('TYPE_MISMATCH_STRING', 'WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:Decrypt",
        "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "Condition": { "BinaryEquals": { "aws:PrincipalTag/digest": «"not base64!"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:Decrypt",
        "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "Condition": { "BinaryEquals": { "aws:PrincipalTag/digest": "QmluYXJ5VmFsdWVJbkJhc2U2NA==" } } } }`,
    },
  ],
  check(condition, { report }) {
    for (const { node, text } of mistyped(condition, ['Binary'])) {
      report({
        node,
        message: `${text || 'An empty string'} is no text in base64, so ${condition.name ?? 'the key'} never matches it; write the bytes in base64.`,
      });
    }
  },
});
