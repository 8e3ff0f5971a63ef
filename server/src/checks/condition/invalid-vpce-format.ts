import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { isNoVpcIdentifier } from './vpcIdentifier.ts';

const identifier = /^vpce-([0-9a-z]{8}|[0-9a-z]{17})$/i;

export const invalidVpceFormat = defineCheck({
  code: 'INVALID_VPCE_FORMAT',
  severity: 'ERROR',
  types: everyType,
  element: 'value',
  what: 'aws:SourceVpce is compared with what is no identifier of a VPC endpoint.',
  why: 'The key holds vpce- and 8 or 17 letters and digits, so any other value never matches.',
  fix: 'Write the identifier, such as vpce-11223344556677889.',
  source: analyzerPage('INVALID_VPCE_FORMAT', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:SourceVpce": «"vpce-123"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringNotEquals": { "AWS:sourcevpce": ["vpce-12345678", «"vpc-12345678"»] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringLike": { "aws:SourceVpce": «"arn:aws:ec2:eu-west-1:111122223333:vpc-endpoint/vpce-12345678"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:SourceVpce": ["vpce-12345678", "vpce-11223344556677889"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringNotEqualsIfExists": { "aws:SourceVpce": "vpce-0123456789abcdef0" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Null": { "aws:SourceVpce": "false" } } } }`,
    },
  ],
  check(value, { report }) {
    if (!isNoVpcIdentifier(value, 'aws:sourcevpce', identifier)) return;
    report({
      node: value.node,
      message: `${value.text || 'An empty string'} is no identifier of a VPC endpoint, so aws:SourceVpce never matches it; write one such as vpce-11223344556677889.`,
    });
  },
});
