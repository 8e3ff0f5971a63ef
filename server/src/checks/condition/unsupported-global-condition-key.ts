import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { renameKey } from './renameKey.ts';

/** In lower case. */
export const unsupportedGlobalKey = 'aws:arn';

export const unsupportedGlobalConditionKey = defineCheck({
  code: 'UNSUPPORTED_GLOBAL_CONDITION_KEY',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'The condition key aws:ARN is used.',
  why: 'AWS does not support it; the ARN of the caller and that of a calling resource have keys of their own.',
  fix: 'Use aws:PrincipalArn for the caller, or aws:SourceArn for the resource on whose behalf a service calls.',
  source: analyzerPage('UNSUPPORTED_GLOBAL_CONDITION_KEY', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "ArnLike": { «"aws:ARN"»: "arn:aws:iam::111122223333:role/reader" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"AWS:arn"»: "arn:aws:iam::111122223333:role/reader" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/reader" } } } }`,
    },
  ],
  check(condition, { catalog, report }) {
    const { key, name } = condition;
    if (name?.toLowerCase() !== unsupportedGlobalKey) return;
    report({
      node: key,
      message: `AWS does not support the condition key ${name}; use aws:PrincipalArn for the caller or aws:SourceArn for the resource a service calls for.`,
      fixes: () => renameKey(condition, ['aws:PrincipalArn', 'aws:SourceArn'], catalog),
    });
  },
});
