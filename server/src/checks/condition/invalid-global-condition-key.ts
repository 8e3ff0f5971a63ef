import { nearestConditionKeys } from '../../catalog/nearestConditionKeys.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { didYouMean } from './didYouMean.ts';
import { missingTagKey } from './missingTagKey.ts';
import { renameKey } from './renameKey.ts';
import { unsupportedGlobalKey } from './unsupported-global-condition-key.ts';

export const invalidGlobalConditionKey = defineCheck({
  code: 'INVALID_GLOBAL_CONDITION_KEY',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'There is no global condition key of this name.',
  why: 'The key is in no request, so the condition does not do what it says.',
  fix: 'Write a key from the list of global condition keys; a key of a service has the prefix of the service.',
  source: analyzerPage('INVALID_GLOBAL_CONDITION_KEY', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"aws:PrincipalOrganizationID"»: "o-exampleorg1" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { «"aws:SourceIpAddress"»: "203.0.113.0/24" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { «"aws:ExternalId"»: "example-id" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"aws:PrincipleTag/team"»: "blue", "aws:PrincipalTag/stage": "prod" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:principalorgid": "o-exampleorg1", "aws:PrincipalTag/Team": "blue" } } } }`,
    },
  ],
  check(condition, { catalog, report }) {
    const { key, name, lookup } = condition;
    if (lookup?.kind !== 'unknownGlobal' || name === undefined || name.includes('${')) return;
    if (name.toLowerCase() === unsupportedGlobalKey || missingTagKey(catalog, name, lookup)) return;
    const near = nearestConditionKeys(catalog, name);
    report({
      node: key,
      message: `AWS has no global condition key ${name}, so it is in no request; ${didYouMean(near, 'use one that AWS documents.')}`,
      fixes: () => renameKey(condition, near, catalog),
    });
  },
});
