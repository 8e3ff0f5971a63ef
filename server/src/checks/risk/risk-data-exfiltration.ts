import { exposureCheck } from './exposureCheck.ts';
import { leastPrivilegePage } from './leastPrivilegePage.ts';

export const riskDataExfiltration = exposureCheck({
  code: 'RISK_DATA_EXFILTRATION',
  severity: 'SUGGESTION',
  group: 'data',
  gives: 'lets all their data be read or copied',
  what: 'The statement allows on every resource what reads data or copies it elsewhere, such as s3:GetObject.',
  why: 'All data of the account can leave it, also that of other teams and what is stored later.',
  fix: 'Name the buckets, tables, keys or queues that are needed.',
  source: leastPrivilegePage,
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": «"s3:GetObject"», "Resource": "*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["s3:ListBucket", «"s3:GetObj*"»], "Resource": "arn:aws:s3:::*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": [«"dynamodb:Scan"», "kms:Decrypt"], "Resource": "*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "kms:Decrypt", "Resource": "*",
        "Condition": { "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } } }`,
    },
  ],
});
