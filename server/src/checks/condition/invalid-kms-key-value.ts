import { policyVariables } from '../../policy/policyVariable.ts';
import { patternsOverlap } from '../../policy/wildcard.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';

export const invalidKmsKeyValue = defineCheck({
  code: 'INVALID_KMS_KEY_VALUE',
  severity: 'ERROR',
  types: everyType,
  element: 'value',
  what: 'A condition key that holds the ARN of a KMS key is compared with what is none.',
  why: 'The request holds the ARN of the key, so an alias or a bare key id never matches.',
  fix: 'Write the ARN of the key: arn:aws:kms:REGION:ACCOUNT:key/KEY-ID.',
  source: analyzerPage('INVALID_KMS_KEY_VALUE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": «"1234abcd-12ab-34cd-56ef-1234567890ab"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "ArnEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": «"arn:aws:kms:eu-west-1:111122223333:alias/orders"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "secretsmanager:CreateSecret",
        "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-*",
        "Condition": { "ArnLike": { "secretsmanager:KmsKeyArn": «"alias/*"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "ArnLike": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:*:\${aws:PrincipalAccount}:key/*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Null": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" } } } }`,
    },
  ],
  check({ text, node, condition }, { report }) {
    const { name, lookup, block } = condition;
    if (block.operator?.family !== 'String' && block.operator?.family !== 'Arn') return;
    if (lookup?.kind !== 'service' || lookup.key.type !== 'ARN' || !/kms-?key/i.test(lookup.key.key)) return;
    if (patternsOverlap(withoutVariables(text), 'arn:?*:kms:?*:?*:key/?*')) return;
    report({
      node,
      message: `${name} holds the ARN of a KMS key, so ${text || 'an empty string'} never matches; write arn:aws:kms:REGION:ACCOUNT:key/KEY-ID.`,
    });
  },
});

/** As a pattern, with `*` for each variable. */
function withoutVariables(text: string): string {
  return policyVariables(text).reduceRight(
    (rest, { from, to }) => `${rest.slice(0, from)}*${rest.slice(to)}`,
    text,
  );
}
