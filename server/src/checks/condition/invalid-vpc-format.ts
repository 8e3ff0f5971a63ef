import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { isNoVpcIdentifier } from './vpcIdentifier.ts';

const identifier = /^vpc-([0-9a-z]{8}|[0-9a-z]{17})$/i;

export const invalidVpcFormat = defineCheck({
  code: 'INVALID_VPC_FORMAT',
  severity: 'ERROR',
  types: everyType,
  element: 'value',
  what: 'aws:SourceVpc is compared with what is no identifier of a VPC.',
  why: 'The key holds vpc- and 8 or 17 letters and digits, so any other value never matches.',
  fix: 'Write the identifier, such as vpc-11223344556677889.',
  source: analyzerPage('INVALID_VPC_FORMAT', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:SourceVpc": «"vpc-123"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringNotEquals": { "AWS:sourcevpc": ["vpc-12345678", «"vpce-12345678"»] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringLike": { "aws:SourceVpc": «"arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-12345678"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:SourceVpc": ["vpc-12345678", "vpc-11223344556677889"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringNotEqualsIfExists": { "aws:SourceVpc": "vpc-0123456789abcdef0" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Null": { "aws:SourceVpc": "false" } } } }`,
    },
  ],
  check(value, { report }) {
    if (!isNoVpcIdentifier(value, 'aws:sourcevpc', identifier)) return;
    report({
      node: value.node,
      message: `${value.text || 'An empty string'} is no identifier of a VPC, so aws:SourceVpc never matches it; write one such as vpc-11223344556677889.`,
    });
  },
});
