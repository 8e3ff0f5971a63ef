import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { renameKey } from './renameKey.ts';

/** Of aws:ARN, which AWS's page names too, UNSUPPORTED_GLOBAL_CONDITION_KEY speaks, as it is an error. */
export const deprecatedGlobalConditionKey = defineCheck({
  code: 'DEPRECATED_GLOBAL_CONDITION_KEY',
  severity: 'WARNING',
  types: everyType,
  element: 'condition',
  what: 'A global condition key is used that AWS has given another name.',
  why: 'New services and features send the newer key only, so that the condition will not do what it says there.',
  fix: 'Use the newer key, such as aws:SourceAccount for aws:SourceOwner.',
  source: analyzerPage('DEPRECATED_GLOBAL_CONDITION_KEY', 'WARNING'),
  bad: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" },
        "Action": "sns:Publish", "Resource": "arn:aws:sns:us-east-1:111122223333:orders",
        "Condition": { "StringEquals": { «"aws:SourceOwner"»: "111122223333" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" },
        "Action": "sns:Publish", "Resource": "arn:aws:sns:us-east-1:111122223333:orders",
        "Condition": { "StringEquals": { «"AWS:SourceOwner"»: "111122223333" },
          "ArnLike": { "aws:SourceArn": "arn:aws:s3:::amzn-s3-demo-bucket" } } } }`,
    },
  ],
  good: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" },
        "Action": "sns:Publish", "Resource": "arn:aws:sns:us-east-1:111122223333:orders",
        "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } } }`,
    },
  ],
  check(condition, { catalog, report }) {
    const { key, name, lookup } = condition;
    const newer = lookup?.kind === 'global' ? lookup.key.deprecatedFor : undefined;
    if (newer === undefined) return;
    report({
      node: key,
      message: `AWS has replaced the condition key ${name}, which fewer and fewer requests hold; use ${newer}.`,
      fixes: () => renameKey(condition, [newer], catalog),
    });
  },
});
