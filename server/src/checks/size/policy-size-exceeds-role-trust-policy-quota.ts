import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { roleArns } from './longExamples.ts';
import { reportOverQuota } from './reportOverQuota.ts';

export const policySizeExceedsRoleTrustPolicyQuota = defineCheck({
  code: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
  severity: 'WARNING',
  types: ['trust'],
  element: 'policy',
  what: 'A role trust policy is larger than the quota.',
  why: 'IAM refuses trust policies of more than 2,048 characters, white space not counted, unless the quota of the account was raised, which goes up to 8,192.',
  fix: 'Name fewer principals, for example an account with a condition on aws:PrincipalArn, or ask for a higher quota.',
  source: analyzerPage('POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', 'WARNING'),
  bad: [
    {
      type: 'trust',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole",
      "Principal": { "AWS": [${roleArns(50)}] } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole",
      "Principal": { "AWS": [${roleArns(35)}] } } }`,
    },
  ],
  check(_, context) {
    reportOverQuota(
      context,
      'a role trust policy may have',
      'name fewer principals, or have the quota raised to at most 8,192.',
    );
  },
});
