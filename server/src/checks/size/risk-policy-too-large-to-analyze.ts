import { charactersWithoutWhiteSpace, policySize } from '../../policy/policySize.ts';
import { everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { openingBrace } from '../openingBrace.ts';
import { bucketArns, roleArns } from './longExamples.ts';
import { grouped } from './reportOverQuota.ts';

/**
 * AWS tells no limit. Of AWS managed policies, Access Analyzer named the size of all twelve between 10,240 and 27,152
 * characters, and found nothing at all in the four between 52,460 and 70,458 (March 2026).
 */
const mostAnalyzed = 50_000;

export const riskPolicyTooLargeToAnalyze = defineCheck({
  code: 'RISK_POLICY_TOO_LARGE_TO_ANALYZE',
  severity: 'WARNING',
  types: everyType,
  element: 'policy',
  what: 'A policy has more than 50,000 characters, white space not counted.',
  why: 'It is above every quota that AWS names, and Access Analyzer reports nothing in AWS managed policies of this size, so its warnings and suggestions are listed with this finding; errors and risks stay findings of their own.',
  fix: 'Shrink the policy to fit or, where several can be attached, move statements to a second one; the refactorings of the lightbulb do both.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  bad: [
    {
      type: 'identity',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
      "Resource": [${bucketArns(1400)}] } }`,
    },
    {
      type: 'resource',
      text: `«{» "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sns:Publish",
      "Principal": { "AWS": [${roleArns(1300)}] },
      "Resource": "arn:aws:sns:eu-west-1:111122223333:orders" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
      "Resource": [${bucketArns(200)}] } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sns:Publish",
      "Principal": { "AWS": [${roleArns(1000)}] },
      "Resource": "arn:aws:sns:eu-west-1:111122223333:orders" } }`,
    },
  ],
  check(_, { policy, report }) {
    // Counting takes a while, and a policy has no more characters than its text.
    if (policy.node.end - policy.node.start <= mostAnalyzed) return;
    const characters = charactersWithoutWhiteSpace(policy);
    if (characters <= mostAnalyzed) return;
    const quota = policySize(policy)?.quota;
    const over = quota === undefined ? '' : `, over its quota of ${grouped(quota)}`;
    report({
      node: policy.node,
      span: openingBrace(policy.node),
      message: `The policy has ${grouped(characters)} characters without white space${over}, and Access Analyzer reports nothing of one above ${grouped(mostAnalyzed)}; shrink it to fit, or split it where several can be attached.`,
    });
  },
});
