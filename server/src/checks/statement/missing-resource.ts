import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { openingBrace } from '../openingBrace.ts';

export const missingResource = defineCheck({
  code: 'MISSING_RESOURCE',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'shape',
  what: 'A statement has neither Resource nor NotResource.',
  why: 'Every statement but those of a role trust policy must say which resources it is about.',
  fix: 'Add "Resource" with the ARNs the actions may be used on, or "*" where they take no ARN.',
  source: analyzerPage('MISSING_RESOURCE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow", "Action": "s3:GetObject" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": «{» "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/Reports" }, "Action": "s3:GetObject" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": [
        «{» "Effect": "Deny", "Action": "organizations:LeaveOrganization" }] }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  *check(problem) {
    if (problem.problem !== 'missing' || problem.element !== 'Resource') return;
    yield {
      node: problem.node,
      span: openingBrace(problem.node),
      message:
        'The statement has neither Resource nor NotResource, so IAM cannot tell what it applies to; add "Resource" with ARNs or "*".',
    };
  },
});
