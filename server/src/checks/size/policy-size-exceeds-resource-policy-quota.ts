import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { roleArns } from './longExamples.ts';
import { reportOverQuota } from './reportOverQuota.ts';

/** Silent where the owner of the policy, and with it the quota, cannot be told for certain. */
export const policySizeExceedsResourcePolicyQuota = defineCheck({
  code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
  severity: 'WARNING',
  types: ['resource'],
  element: 'policy',
  what: 'A resource-based policy is larger than its service takes.',
  why: 'Each service has a quota of its own, and refuses the policy above it: 20,480 characters for a bucket, 8,192 for a queue, 32,768 for a key.',
  fix: 'Name fewer principals, for example an organization with aws:PrincipalOrgID, or use wildcards.',
  source: analyzerPage('POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', 'WARNING'),
  bad: [
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
      "Principal": { "AWS": [${roleArns(500)}] },
      "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sqs:SendMessage",
      "Principal": { "AWS": [${roleArns(220)}] },
      "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders" } }`,
    },
  ],
  good: [
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
      "Principal": { "AWS": [${roleArns(300)}] },
      "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sqs:SendMessage",
      "Principal": { "AWS": [${roleArns(150)}] },
      "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders" } }`,
    },
  ],
  check(_, context) {
    reportOverQuota(context, 'the service takes no more than', 'name fewer principals or use wildcards.');
  },
});
