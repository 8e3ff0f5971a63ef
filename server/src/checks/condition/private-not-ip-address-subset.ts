import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { idleAddresses } from './privateAddresses.ts';

export const privateNotIpAddressSubset = defineCheck({
  code: 'PRIVATE_NOT_IP_ADDRESS_SUBSET',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'condition',
  what: 'NotIpAddress compares aws:SourceIp with private addresses among public ones.',
  why: 'aws:SourceIp holds the public address of a request, so the private ones of the list change nothing.',
  fix: 'Remove the private addresses, or test them in requests through a VPC endpoint with aws:VpcSourceIp.',
  source: analyzerPage('PRIVATE_NOT_IP_ADDRESS_SUBSET', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NotIpAddress": { "aws:SourceIp": [«"10.0.0.0/8"», "203.0.113.0/24"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NotIpAddressIfExists": { "aws:sourceip": ["2001:db8::/32", «"fd00::/8"», «"192.168.1.7"»] } } } }`,
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
        "Condition": { "NotIpAddress": { "aws:VpcSourceIp": ["10.0.0.0/8", "100.64.0.0/10"] },
          "StringEquals": { "aws:SourceVpc": "vpc-11223344556677889" } } } }`,
    },
  ],
  check(condition, { report }) {
    for (const node of idleAddresses(condition, true)) {
      report({
        node,
        message: `aws:SourceIp holds the public address of a request, so ${literalOf(node)} changes nothing; remove it or test aws:VpcSourceIp.`,
        fixes: () => fixWith('Remove the private address', [{ edit: 'remove', node }], true),
      });
    }
  },
});
