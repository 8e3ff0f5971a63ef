import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';

export const emptySidValue = defineCheck({
  code: 'EMPTY_SID_VALUE',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'statement',
  what: 'The Sid is an empty string.',
  why: 'It names nothing; a Sid may be left out, but one that stands there should say what the statement is for.',
  fix: 'Give the statement a name, or remove the Sid.',
  source: analyzerPage('EMPTY_SID_VALUE', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": «""», "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Sid": «""», "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }] }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Sid": «""», "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }] }`,
    },
  ],
  check({ sid }, { report }) {
    if (sid?.value === undefined || literalOf(sid.value) !== '') return;
    report({
      node: sid.value,
      message: 'The Sid is empty, so it names nothing; write a name of letters and digits or remove the Sid.',
      fixes: () => fixWith('Remove the Sid', [{ edit: 'remove', node: sid.key }], true),
    });
  },
});
