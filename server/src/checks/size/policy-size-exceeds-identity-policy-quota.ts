import { analyzerPage, identityTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { bucketArns } from './longExamples.ts';
import { reportOverQuota } from './reportOverQuota.ts';

const quotaOf: Readonly<Record<string, string>> = {
  identity: 'a managed policy may have 6,144 and all inline policies of a role together',
  boundary: 'a managed policy, which a permissions boundary is, may have',
  session: 'the session policies of one request may have',
};

/** Of an identity policy, 10,240 is where the real Access Analyzer begins, between AWS managed policies of 9,104 and 10,409. */
export const policySizeExceedsIdentityPolicyQuota = defineCheck({
  code: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
  severity: 'WARNING',
  types: identityTypes,
  element: 'policy',
  what: 'An identity-based policy, permissions boundary or session policy is larger than any quota for it.',
  why: 'IAM refuses a managed policy of more than 6,144 characters, and inline policies of one role of more than 10,240 together; white space does not count.',
  fix: 'Split the policy, or shorten it with wildcards.',
  source: analyzerPage('POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA', 'WARNING'),
  bad: [
    {
      type: 'identity',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
      "Resource": [${bucketArns(300)}] } }`,
    },
    {
      type: 'boundary',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
      "Resource": [${bucketArns(200)}] } }`,
    },
    {
      type: 'session',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
      "Resource": [${bucketArns(70)}] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
      "Resource": [${bucketArns(200)}] } }`,
    },
    {
      type: 'boundary',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
      "Resource": [${bucketArns(150)}] } }`,
    },
  ],
  check(_, context) {
    reportOverQuota(
      context,
      quotaOf[context.policy.kind.type] ?? 'such a policy may have',
      'split it or use wildcards.',
    );
  },
});
