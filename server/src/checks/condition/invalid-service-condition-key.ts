import { nearestConditionKeys } from '../../catalog/nearestConditionKeys.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { didYouMean } from './didYouMean.ts';
import { missingTagKey } from './missingTagKey.ts';
import { renameKey } from './renameKey.ts';

export const invalidServiceConditionKey = defineCheck({
  code: 'INVALID_SERVICE_CONDITION_KEY',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'The service has no condition key of this name.',
  why: 'The key is in no request, so the condition does not do what it says.',
  fix: 'Write a key from the page of the service in the service authorization reference, or a global one.',
  source: analyzerPage('INVALID_SERVICE_CONDITION_KEY', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringEquals": { «"s3:prefixes"»: "reports/" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:PassRole",
        "Resource": "arn:aws:iam::111122223333:role/app",
        "Condition": { "StringEquals": { «"iam:PassToService"»: "ec2.amazonaws.com" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:Decrypt",
        "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "Condition": { "StringEquals": { «"kms:EncryptionContext"»: "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:PutObjectRetention",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"s3:x-amz-object-lock-mode"»: "COMPLIANCE" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringLike": { "S3:Prefix": "reports/*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "kms:Decrypt",
        "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "Condition": { "StringEquals": { "kms:EncryptionContext:table": "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:PutObjectRetention",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "s3:object-lock-mode": "COMPLIANCE" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "glacier:DeleteArchive",
        "Resource": "arn:aws:glacier:eu-west-1:111122223333:vaults/records",
        "Condition": { "StringEquals": { "glacier:ResourceTag/LegalHold": "true" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iot:Publish",
        "Resource": "arn:aws:iot:eu-west-1:111122223333:topic/things/\${iot:Connection.Thing.ThingName}",
        "Condition": { "Bool": { "iot:Connection.Thing.IsAttached": "true" },
          "StringEquals": { "iot:ClientId": "lamp", "iot:Certificate.Subject.CommonName.1": "lamp.example.com" } } } }`,
    },
  ],
  check(condition, { catalog, report }) {
    const { key, name, lookup } = condition;
    if (lookup?.kind !== 'unknownServiceKey' || name === undefined || name.includes('${')) return;
    if (missingTagKey(catalog, name, lookup)) return;
    const near = nearestConditionKeys(catalog, name);
    const otherwise = `see the condition keys of ${lookup.prefix}.`;
    report({
      node: key,
      message: `${lookup.prefix} has no condition key ${name}, so it is in no request; ${didYouMean(near, otherwise)}`,
      fixes: () => renameKey(condition, near, catalog),
    });
  },
});
