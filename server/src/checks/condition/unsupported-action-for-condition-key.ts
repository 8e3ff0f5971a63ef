import { actionEntries } from '../../access/actionEntries.ts';
import type { ConditionKey } from '../../catalog/catalog.ts';
import type { ConditionKeyLookup } from '../../catalog/findConditionKey.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { moveAction } from '../moveActions.ts';
import { mismatches } from '../trust/mismatches.ts';
import { isKeyOfAction } from './actionKeys.ts';

/**
 * Services whose keys Access Analyzer is known to check so, from published findings; where AWS's own policies had
 * the mistake with them, later versions do not. Of others it takes the same mistake: its own
 * SageMakerStudioProjectUserRolePolicy, which has `ec2:Vpc` with ec2:DescribeSubnets and `glue:` keys with
 * actions that lack them, draws no finding (March 2026).
 */
export const checkedServices: ReadonlySet<string> = new Set(['dynamodb', 'kms', 's3', 'sts']);

export const unsupportedActionForConditionKey = defineCheck({
  code: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'A condition key of a service stands with an action whose requests never hold it.',
  why: 'For that action the condition is not tested as meant: an Allow never applies to it, or a Deny not as it should.',
  fix: 'Move the action to a statement without this condition key.',
  source: analyzerPage('UNSUPPORTED_ACTION_FOR_CONDITION_KEY', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["s3:ListBucket", «"s3:ListBucketMultipartUploads"»],
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringLike": { "s3:prefix": "home/*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["kms:Decrypt", «"kms:DescribeKey"»],
        "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "Condition": { "StringEquals": { "kms:EncryptionContext:app": "shop" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["kms:Decrypt", «"kms:describekey"»],
        "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "Condition": { "StringEquals": { "kms:EncryptionContext:table": "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["kms:Decrypt", «"s3:GetObject"»],
        "Resource": ["arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", "arn:aws:s3:::amzn-s3-demo-bucket/*"],
        "Condition": { "StringEquals": { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["dynamodb:GetItem", «"dynamodb:DescribeTable"»],
        "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
        "Condition": { "ForAnyValue:StringEquals": { "dynamodb:LeadingKeys": "blue" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333" }, "Action": ["sts:AssumeRole", «"sts:TagSession"»],
        "Condition": { "StringEquals": { "sts:ExternalId": "example-id" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Sid": "List", "Effect": "Allow", "Action": [«"s3:GetBucketLocation"», "s3:ListBucket"],
          "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
          "Condition": { "StringLike": { "s3:prefix": "home/*" }, "Bool": { "aws:SecureTransport": "true" } } },
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/home/*" }] }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringLike": { "s3:prefix": "reports/*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:List*",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringLike": { "s3:prefix": "reports/*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetBucketLocation"],
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringEqualsIfExists": { "s3:prefix": "reports/" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["kms:Decrypt", "kms:DescribeKey"],
        "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "Condition": { "StringEquals": { "aws:ResourceTag/team": "blue", "kms:ViaService": "s3.eu-west-1.amazonaws.com" } } } }`,
    },
  ],
  check(condition, { catalog, policy, report }) {
    const { key, name, lookup, block, statement } = condition;
    const { operator } = block;
    if (operator === undefined || operator.ifExists || operator.family === 'Null') return;
    const tested = lookup && checkedKey(lookup);
    if (tested === undefined || statement.action?.name !== 'Action') return;
    // Where the action does not suit the principal, MISMATCHED_ACTION_FOR_PRINCIPAL speaks.
    const mismatched = policy.kind.type === 'trust' ? mismatches(statement) : [];
    for (const { node, meaning } of actionEntries(statement, catalog).all) {
      if (mismatched.some((one) => one.node === node)) continue;
      const { text, action } = meaning;
      if (action === undefined || action.added) continue;
      if (isKeyOfAction(action, tested.key, tested.service, catalog)) continue;
      report({
        node,
        related: [key],
        message: `Requests for ${text} never hold ${name}, so the condition is not tested for it; move the action to a statement without this key.`,
        fixes: () =>
          fixWith(`Move ${text} to a statement without ${name}`, moveAction(statement, node, [condition])),
      });
    }
  },
});

/** Claims of identity providers that AWS documents are keys of sts. */
function checkedKey(lookup: ConditionKeyLookup): { key: ConditionKey; service: string } | undefined {
  if (lookup.kind === 'provider') return { key: lookup.key, service: 'sts' };
  if (lookup.kind !== 'service' || !checkedServices.has(lookup.service)) return undefined;
  return lookup.key.key.startsWith('aws:') ? undefined : lookup;
}
