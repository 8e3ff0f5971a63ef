import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { bucketArns } from './longExamples.ts';
import { reportOverQuota } from './reportOverQuota.ts';

export const policySizeExceedsScpQuota = defineCheck({
  code: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA',
  severity: 'ERROR',
  types: ['scp'],
  element: 'policy',
  what: 'A service control policy is larger than the quota.',
  why: 'AWS Organizations refuses more than 10,240 characters, and white space counts as the policy is sent; only the console takes it out.',
  fix: 'Take out indentation and line breaks, use wildcards, or split the policy.',
  source: analyzerPage('POLICY_SIZE_EXCEEDS_SCP_QUOTA', 'ERROR'),
  bad: [
    {
      type: 'scp',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:DeleteObject",
      "Resource": [${bucketArns(300)}] } }`,
    },
    {
      type: 'scp',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:DeleteObject",
      ${' '.repeat(10_240)}"Resource": [${bucketArns(2)}] } }`,
    },
  ],
  good: [
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:DeleteObject",
      "Resource": [${bucketArns(150)}] } }`,
    },
  ],
  check(_, context) {
    reportOverQuota(
      context,
      'a service control policy may have',
      'take out white space, use wildcards, or split it.',
    );
  },
});
