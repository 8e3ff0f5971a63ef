import type { Catalog } from '../../catalog/catalog.ts';
import { nearestNames } from '../../catalog/nearestNames.ts';
import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeField } from './arnFixes.ts';
import { documentedAs, isOpen, wholeArn } from './arnPatterns.ts';

export const invalidArnRegion = defineCheck({
  code: 'INVALID_ARN_REGION',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'AWS has no Region of the name in the ARN, or not in the ARN’s partition.',
  why: 'No resource has such an ARN, so the statement matches none.',
  fix: 'Write the Region’s code such as eu-central-1, or * for all.',
  source: analyzerPage('INVALID_ARN_REGION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:«us-est-1»:111122223333:orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": ["arn:aws:ec2:«eu-west-1a»:111122223333:instance/i-0abc"] } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:«cn-north-1»:111122223333:orders" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "sqs:SendMessage", "Resource": "arn:aws-cn:sqs:cn-north-1:111122223333:orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-*:111122223333:orders" } }`,
    },
  ],
  check(element, context) {
    const { node, arn } = element;
    const { catalog, report } = context;
    const whole = wholeArn(arn);
    if (whole === undefined) return;
    const { partition, region } = whole;
    if (region.text === '' || isOpen(region.text)) return;
    const known = catalog.regions.find(({ code }) => code === region.text);
    if (known !== undefined && (known.partition === partition.text || !isPartition(catalog, partition.text)))
      return;
    // A Region where none may stand is ARN_REGION_NOT_ALLOWED.
    if (documentedAs(catalog, whole, (pattern) => pattern.region === '')) return;
    report({
      node,
      span: spanWithin(node, region.from, region.to),
      message:
        known === undefined
          ? `AWS has no Region ${region.text}, so the ARN matches nothing; ${advice(catalog, region.text)}`
          : `The Region ${region.text} is in the partition ${known.partition}, not ${partition.text}, so the ARN matches nothing; change one of them.`,
      fixes: () =>
        known === undefined
          ? changeField(element, 'region', [...nearRegions(catalog, region.text), '*'], context, titleOf)
          : changeField(element, 'partition', [known.partition], context),
    });
  },
});

function isPartition(catalog: Catalog, text: string): boolean {
  return catalog.partitions.some(({ id }) => id === text);
}

function nearRegions(catalog: Catalog, region: string): readonly string[] {
  const codes = catalog.regions.map(({ code }) => code);
  return nearestNames(region, codes, 2);
}

function titleOf(region: string): string {
  return `Change the Region to ${region}`;
}

function advice(catalog: Catalog, region: string): string {
  const near = nearRegions(catalog, region);
  return near.length > 0
    ? `did you mean ${near.join(' or ')}?`
    : 'write a Region such as us-east-1, or * for all.';
}
