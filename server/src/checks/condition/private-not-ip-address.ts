import { analyzerPage, everyType } from '../check.ts';
import { changeCondition } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { privateAddresses } from './privateAddresses.ts';

export const privateNotIpAddress = defineCheck({
  code: 'PRIVATE_NOT_IP_ADDRESS',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'NotIpAddress compares aws:SourceIp with private addresses only.',
  why: 'aws:SourceIp holds the public address of a request, so the condition always matches.',
  fix: 'Write public ranges, or test private addresses in requests through a VPC endpoint with aws:VpcSourceIp.',
  source: analyzerPage('PRIVATE_NOT_IP_ADDRESS', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NotIpAddress": { "aws:SourceIp": «"10.0.0.0/8"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NotIpAddressIfExists": { "aws:SourceIp": «["192.168.1.0/24", "fd00::1"]» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NotIpAddress": { "aws:SourceIp": ["198.51.100.0/24", "203.0.113.0/24"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NotIpAddressIfExists": { "aws:VpcSourceIp": "10.0.0.0/8" } } } }`,
    },
  ],
  check(condition, { report }) {
    const node = privateAddresses(condition, true);
    if (node === undefined) return;
    report({
      node,
      message:
        'aws:SourceIp holds the public address of a request, so it is always outside of private ranges; write public ones or test aws:VpcSourceIp.',
      fixes: () =>
        fixWith(
          'Change to aws:VpcSourceIp',
          changeCondition(condition.statement, condition, { key: 'aws:VpcSourceIp' }),
        ),
    });
  },
});
