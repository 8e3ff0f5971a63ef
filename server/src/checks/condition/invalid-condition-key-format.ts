import { nearestConditionKeys } from '../../catalog/nearestConditionKeys.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { didYouMean } from './didYouMean.ts';
import { renameKey } from './renameKey.ts';

export const invalidConditionKeyFormat = defineCheck({
  code: 'INVALID_CONDITION_KEY_FORMAT',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'A condition key is not of the form service:name.',
  why: 'Every condition key has a prefix, aws for the global ones, and IAM refuses one without it.',
  fix: 'Write the key with its prefix, such as aws:SourceIp or s3:prefix.',
  source: analyzerPage('INVALID_CONDITION_KEY_FORMAT', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { «"SourceIp"»: "203.0.113.0/24" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"aws:"»: "blue", "aws:PrincipalTag/team": "blue" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «""»: "blue" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "AWS:sourceip": "203.0.113.0/24" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "accounts.google.com:aud": "example-client" } } } }`,
    },
  ],
  check(condition, { catalog, report }) {
    const { key, name, lookup } = condition;
    if (lookup?.kind !== 'malformed' || name === undefined || name.includes('${')) return;
    const near = name.includes(':') ? [] : nearestConditionKeys(catalog, name);
    report({
      node: key,
      message: `${name || 'An empty string'} is no condition key, because keys are of the form service:name; ${didYouMean(near, 'write one such as aws:SourceIp.')}`,
      fixes: () => renameKey(condition, near, catalog),
    });
  },
});
