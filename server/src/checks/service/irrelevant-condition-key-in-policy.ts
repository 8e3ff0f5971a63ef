import type { ResourceOwner } from '../../policy/policyType.ts';
import { analyzerPage } from '../check.ts';
import { removeConditions } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';

/** AWS's page names no other key, and these two kinds of policy. */
const irrelevant = 's3:resourceaccount';
const owners: Partial<Readonly<Record<ResourceOwner, string>>> = {
  'AWS::S3::Bucket': 'an S3 bucket',
  'AWS::S3::AccessPoint': 'an S3 access point',
};

export const irrelevantConditionKeyInPolicy = defineCheck({
  code: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
  severity: 'SUGGESTION',
  types: ['resource'],
  element: 'condition',
  what: 'The policy of an S3 bucket or access point tests the account that owns the resource.',
  why: 'The policy speaks of one resource, whose account is always the same, so the condition tells nothing apart.',
  fix: 'Remove the condition, and test s3:ResourceAccount in identity-based policies.',
  source: analyzerPage('IRRELEVANT_CONDITION_KEY_IN_POLICY', 'SUGGESTION'),
  bad: [
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"s3:ResourceAccount"»: "111122223333" } } } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::AccessPoint',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:us-east-1:111122223333:accesspoint/reports/object/*",
        "Condition": { "StringNotEquals": { «"S3:resourceaccount"»: ["111122223333"] } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "s3:ResourceAccount": "111122223333" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "s3:ResourceAccount": "111122223333" } } } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "s3:DataAccessPointAccount": "111122223333" } } } }`,
    },
  ],
  check({ key, name, statement }, { policy, report }) {
    const owner = policy.kind.owner && owners[policy.kind.owner];
    if (owner === undefined || name?.toLowerCase() !== irrelevant) return;
    report({
      node: key,
      message: `The policy of ${owner} speaks of one resource, whose account ${name} always names, so the condition tells nothing apart; remove it, and use the key in identity-based policies.`,
      fixes: () => fixWith('Remove the condition', removeConditions(statement, [{ key }])),
    });
  },
});
