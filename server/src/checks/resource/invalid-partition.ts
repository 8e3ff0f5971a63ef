import { nearestNames } from '../../catalog/nearestNames.ts';
import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, type CheckContext, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { partitionOf } from './actionArns.ts';
import { changeField } from './arnFixes.ts';
import { isOpen, wholeArn } from './arnPatterns.ts';

export const invalidPartition = defineCheck({
  code: 'INVALID_PARTITION',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'AWS has no partition of the name in the ARN.',
  why: 'IAM refuses the ARN, since every account belongs to one of AWS’s partitions.',
  fix: 'Write aws, or the partition of the account such as aws-cn or aws-us-gov.',
  source: analyzerPage('INVALID_PARTITION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:«amazon»:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": «"arn::s3:::amzn-s3-demo-bucket/*"» } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "s3:DeleteObject", "Resource": ["arn:«aws-gov»:s3:::amzn-s3-demo-bucket/*"] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:aws-us-gov:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:*:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check(element, context) {
    const { node, arn } = element;
    const { catalog, report } = context;
    const partition = wholeArn(arn)?.partition;
    if (partition === undefined || isOpen(partition.text)) return;
    if (catalog.partitions.some(({ id }) => id === partition.text)) return;
    const names = catalog.partitions.map(({ id }) => id).join(', ');
    const fixes = () => changeField(element, 'partition', nearPartitions(partition.text, context), context);
    if (partition.text === '')
      report({
        node,
        message: `The ARN names no partition, so it matches nothing; write one of ${names}.`,
        fixes,
      });
    else
      report({
        node,
        span: spanWithin(node, partition.from, partition.to),
        message: `AWS has no partition ${partition.text}, so the ARN matches nothing; write one of ${names}.`,
        fixes,
      });
  },
});

/** Those that end like it, such as aws-us-gov for aws-gov, then those spelt like it. */
function nearPartitions(text: string, context: CheckContext): readonly string[] {
  const ids = context.catalog.partitions.map(({ id }) => id);
  const end = text.slice(text.lastIndexOf('-'));
  const near = [...ids.filter((id) => end.length > 1 && id.endsWith(end)), ...nearestNames(text, ids, 2)];
  return near.length > 0 ? [...new Set(near)] : [partitionOf(context)];
}
