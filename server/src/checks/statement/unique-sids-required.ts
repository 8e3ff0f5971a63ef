import { analyzerPage, identityTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { repeatedSids } from './repeatedSids.ts';
import { sidFixes } from './sidNames.ts';

export const uniqueSidsRequired = defineCheck({
  code: 'UNIQUE_SIDS_REQUIRED',
  severity: 'ERROR',
  types: [...identityTypes, 'scp', 'rcp'],
  element: 'policy',
  what: 'Two statements have the same Sid.',
  why: 'IAM and AWS Organizations refuse a policy whose statement ids are not unique; letter case counts.',
  fix: 'Give each statement its own Sid, or none.',
  source: analyzerPage('UNIQUE_SIDS_REQUIRED', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Sid": «"Read"», "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }] }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": "Stay", "Effect": "Deny", "Action": "organizations:LeaveOrganization", "Resource": "*" },
        { "Sid": «"Stay"», "Effect": "Deny", "Action": "account:CloseAccount", "Resource": "*" }] }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Sid": "read", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }] }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" },
        { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }] }`,
    },
  ],
  check({ statements }, { report }) {
    for (const { text, node, first, free } of repeatedSids(statements)) {
      report({
        node,
        related: [first],
        message: `Another statement has the Sid ${text} already, and policies of this type need unique ones; change or remove it.`,
        fixes: () => sidFixes(node, free, true),
      });
    }
  },
});
