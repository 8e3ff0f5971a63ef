import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { privateAddresses } from './privateAddresses.ts';

export const privateIpAddress = defineCheck({
  code: 'PRIVATE_IP_ADDRESS',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'IpAddress compares aws:SourceIp with private addresses only.',
  why: 'aws:SourceIp holds the public address of a request, so the condition never matches.',
  fix: 'Write public ranges, or test private addresses in requests through a VPC endpoint with aws:VpcSourceIp.',
  source: analyzerPage('PRIVATE_IP_ADDRESS', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:SourceIp": «"10.0.0.0/8"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "AWS:sourceIP": «["192.168.1.0/24", "172.16.0.1", "fd12:3456::/32"]» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:SourceIp": ["198.51.100.0/24", "203.0.113.0/24"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:SourceVpc": "vpc-11223344556677889" } } } }`,
    },
  ],
  check(condition, { report }) {
    const node = privateAddresses(condition, false);
    if (node === undefined) return;
    report({
      node,
      message:
        'aws:SourceIp holds the public address of a request, so private addresses never match; write public ones or test aws:VpcSourceIp.',
    });
  },
});
