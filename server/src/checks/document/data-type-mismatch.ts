import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { retype } from './retype.ts';

export const dataTypeMismatch = defineCheck({
  code: 'DATA_TYPE_MISMATCH',
  severity: 'ERROR',
  types: everyType,
  element: 'shape',
  what: 'A value has another JSON type than its element takes.',
  why: 'IAM refuses a policy whose elements it cannot read, whatever else stands in it.',
  fix: 'Write the value in the type that the message names.',
  source: analyzerPage('DATA_TYPE_MISMATCH', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": «20121017», "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": «["Allow"]», "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", «["s3:PutObject"]»],
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:RequestedRegion": «null» } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": «["ec2.amazonaws.com"]», "Action": "sts:AssumeRole" } }`,
    },
    { type: 'identity', text: '{ "Version": "2012-10-17", "Statement": [«"Allow"»] }' },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject"],
        "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket/*"],
        "Condition": { "Bool": { "aws:SecureTransport": true }, "NumericLessThan": { "aws:MultiFactorAuthAge": 3600 } } }] }`,
    },
  ],
  check(problem, { report }) {
    if (problem.problem !== 'type') return;
    const { element, expected, actual, node } = problem;
    report({
      node,
      message: `Here ${element} takes ${expected}, not ${actual}, so IAM cannot read the policy; write ${expected}.`,
      fixes: () => retype(node, element),
    });
  },
});
