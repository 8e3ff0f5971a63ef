import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import {
  type ArnPattern,
  fittingPatterns,
  isArnService,
  isOpen,
  type WholeArn,
  wholeArn,
} from './arnPatterns.ts';
import { ownerRules } from './ownerRules.ts';

export const unsupportedResourceArnInPolicy = defineCheck({
  code: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
  severity: 'ERROR',
  types: ['resource'],
  element: 'resource',
  what: 'The policy of a resource names a resource of another kind.',
  why: 'A resource-based policy speaks of the resource it is attached to, so AWS refuses other ARNs in it.',
  fix: 'Name the resource the policy is attached to, or what it holds.',
  source: analyzerPage('UNSUPPORTED_RESOURCE_ARN_IN_POLICY', 'ERROR'),
  bad: [
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" }, "Action": "s3:GetObject",
        "Resource": "«arn:aws:kms:us-east-1:111122223333:key/1234abcd»" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::AccessPoint',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" }, "Action": "s3:GetObject",
        "Resource": ["«arn:aws:s3:::amzn-s3-demo-bucket/*»"] } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" }, "Action": "s3:GetObject",
        "Resource": "«arn:aws:s3:us-east-1:111122223333:accesspoint/orders/object/*»" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" }, "Action": "s3:GetObject",
        "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket/*", "«arn:aws:sqs:us-east-1:111122223333:orders»"] } }`,
    },
  ],
  good: [
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::DynamoDB::Table',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" }, "Action": "dynamodb:GetItem",
        "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" }, "Action": "kms:Decrypt",
        "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd" } }`,
    },
  ],
  check({ text, node, arn, element }, { catalog, policy, report }) {
    const { owner } = policy.kind;
    const whole = wholeArn(arn);
    if (owner === undefined || whole === undefined || isOpen(whole.service.text)) return;
    const rule = ownerRules[owner];
    if (!isArnService(catalog, whole.service.text)) return;
    if (whole.service.text === rule.service) {
      const fitting = fittingPatterns(catalog, whole).filter((pattern) => fitsFields(pattern, whole));
      const own = fitting.some(({ resourceType }) => rule.resourceTypes.includes(resourceType));
      // An ARN that fits nothing is wrong in a field, which another check says.
      if (fitting.length === 0 || own) return;
    }
    report({
      node,
      span: spanWithin(node, 0, text.length),
      message: `The policy of ${rule.title} cannot name ${text}, a resource of another kind, so AWS refuses it; name ${rule.title} itself.`,
      fixes: () =>
        element.entries.length > 1
          ? [{ title: 'Remove the entry', edits: [{ edit: 'remove', node }], safe: false }]
          : [],
    });
  },
});

function fitsFields(pattern: ArnPattern, arn: WholeArn): boolean {
  return fitsField(pattern.region, arn.region.text) && fitsField(pattern.account, arn.account.text);
}

function fitsField(documented: string, text: string): boolean {
  return isOpen(text) || (documented === '') === (text === '');
}
