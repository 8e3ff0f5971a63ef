import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

export const invalidConditionMultipleBoolean = defineCheck({
  code: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'A Bool condition lists several values.',
  why: 'A truth value is true or false, so a condition that takes either one limits nothing.',
  fix: 'Leave the one value that is meant.',
  source: analyzerPage('INVALID_CONDITION_MULTIPLE_BOOLEAN', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:SecureTransport": «["true", "false"]» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": «[true, false]» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:ViaAWSService": «["true", "true"]» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:SecureTransport": ["true"], "aws:ViaAWSService": false } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalTag/admin": ["true", "yes"] } } } }`,
    },
  ],
  *check({ name, list, block: { operator } }) {
    if (list === undefined || operator?.family !== 'Bool' || operator.set !== undefined) return;
    if (list.items.length < 2 || list.items.some((item) => item.kind === 'unknown')) return;
    yield {
      node: list,
      message: `${name ?? 'The key'} is true or false, so several values limit nothing; leave the one that is meant.`,
    };
  },
});
