import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, principalTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

export const invalidPrincipalFormat = defineCheck({
  code: 'INVALID_PRINCIPAL_FORMAT',
  severity: 'ERROR',
  types: principalTypes,
  element: 'shape',
  what: 'The Principal element is a string other than "*".',
  why: 'IAM cannot tell whether the string is an account, a service or an identity provider, so it rejects the policy.',
  fix: 'Write an object whose key is the principal type: AWS, Service, Federated or CanonicalUser.',
  source: analyzerPage('INVALID_PRINCIPAL_FORMAT', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": «"ec2.amazonaws.com"», "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": «"arn:aws:iam::111122223333:root"», "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "NotPrincipal": «"111122223333"», "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:SecureTransport": "false" } } } }`,
    },
  ],
  *check(problem) {
    if (problem.problem !== 'principalFormat') return;
    const { element, node } = problem;
    const text = literalOf(node);
    const type = text?.endsWith('.amazonaws.com') ? 'Service' : 'AWS';
    const advice = text
      ? `write { "${type}": "${text}" }.`
      : 'write an object with the key AWS, Service, Federated or CanonicalUser.';
    yield {
      node,
      message: `${element} says nothing about what kind of principal this is, so IAM rejects the policy; ${advice}`,
    };
  },
});
