import { nearestConditionKeys } from '../../catalog/nearestConditionKeys.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { didYouMean } from './didYouMean.ts';
import { renameKey } from './renameKey.ts';

/** Of condition keys; ARNs have a check of their own. */
export const invalidServiceInConditionKey = defineCheck({
  code: 'INVALID_SERVICE',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'AWS has no service of the prefix of a condition key.',
  why: 'No service sends such a key, so it is in no request.',
  fix: 'Write the prefix of the service as the service authorization reference has it, or aws for a global key.',
  source: analyzerPage('INVALID_SERVICE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "dynamodb:GetItem",
        "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
        "Condition": { "StringEquals": { «"dynamo:LeadingKeys"»: "blue" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"principal:team"»: "blue" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "S3:ExistingObjectTag/team": "blue" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/corporate" }, "Action": "sts:AssumeRoleWithSAML",
        "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } } } }`,
    },
  ],
  check(condition, { catalog, report }) {
    const { key, name, lookup } = condition;
    if (lookup?.kind !== 'unknownService' || name === undefined || name.includes('${')) return;
    const near = nearestConditionKeys(catalog, name);
    report({
      node: key,
      message: `AWS has no service ${lookup.prefix}, so the condition key ${name} is in no request; ${didYouMean(near, 'write the prefix of a service, or aws.')}`,
      fixes: () => renameKey(condition, near, catalog),
    });
  },
});
