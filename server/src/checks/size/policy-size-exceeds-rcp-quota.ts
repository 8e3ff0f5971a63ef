import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { bucketArns } from './longExamples.ts';
import { reportOverQuota } from './reportOverQuota.ts';

export const policySizeExceedsRcpQuota = defineCheck({
  code: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA',
  severity: 'ERROR',
  types: ['rcp'],
  element: 'policy',
  what: 'A resource control policy is larger than the quota.',
  why: 'AWS Organizations refuses more than 5,120 characters, and white space counts as the policy is sent; only the console takes it out.',
  fix: 'Take out indentation and line breaks, use wildcards, or split the policy.',
  source: analyzerPage('POLICY_SIZE_EXCEEDS_RCP_QUOTA', 'ERROR'),
  bad: [
    {
      type: 'rcp',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject",
      "Resource": [${bucketArns(150)}],
      "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } }`,
    },
  ],
  good: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject",
      "Resource": [${bucketArns(80)}],
      "Condition": { "BoolIfExists": { "aws:SecureTransport": "false" } } } }`,
    },
  ],
  check(_, context) {
    reportOverQuota(
      context,
      'a resource control policy may have',
      'take out white space, use wildcards, or split it.',
    );
  },
});
