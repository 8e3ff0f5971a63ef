import type { Region } from '../../catalog/catalog.ts';
import { nearestNames } from '../../catalog/nearestNames.ts';
import type { StringNode } from '../../syntax/node.ts';
import { analyzerPage, everyType, type Fix } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeListed } from '../listFixes.ts';
import { isOpen } from '../resource/arnPatterns.ts';
import { didYouMean } from './didYouMean.ts';

/** Keys whose value is the code of one Region, in lower case. Source: service authorization reference. */
const regionKeys: ReadonlySet<string> = new Set([
  'aws:requestedregion',
  'account:targetregion',
  'ec2:region',
  'kms:primaryregion',
  'kms:replicaregion',
]);

export const invalidRegion = defineCheck({
  code: 'INVALID_REGION',
  severity: 'ERROR',
  types: everyType,
  element: 'value',
  what: 'A condition compares the Region with a name AWS does not have.',
  why: 'No request is for such a Region, so the value never matches.',
  fix: 'Write the code of a Region, such as eu-west-1.',
  source: analyzerPage('INVALID_REGION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:*:111122223333:instance/*",
        "Condition": { "StringEquals": { "aws:RequestedRegion": «"eu-west-11"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", «"frankfurt"»] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:*:111122223333:instance/*",
        "Condition": { "StringLike": { "ec2:Region": «"EU-WEST-1"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "StringEquals": { "aws:RequestedRegion": ["eu-west-1", "us-gov-west-1", "cn-north-1"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "StringLike": { "aws:RequestedRegion": "eu-*" }, "StringEqualsIgnoreCase": { "ec2:Region": "EU-WEST-1" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "StringEquals": { "aws:RequestedRegion": "\${aws:PrincipalTag/region}" } } } }`,
    },
  ],
  check({ text, node, condition }, { catalog, report }) {
    const { name, block } = condition;
    if (block.operator?.family !== 'String' || !regionKeys.has(name?.toLowerCase() ?? '')) return;
    if (isOpen(text)) return;
    const code = block.operator.name.endsWith('IgnoreCase') ? text.toLowerCase() : text;
    const codes = catalog.regions.map((region) => region.code);
    if (codes.includes(code)) return;
    const near = nearRegions(text, catalog.regions);
    report({
      node,
      message: `AWS has no Region ${text || 'without a name'}, so ${name} never matches it; ${didYouMean(near, 'write a code such as eu-west-1.')}`,
      fixes: () => changeToRegion(node, text, near),
    });
  },
});

/** A Region in the wrong letter case is surely the one that was meant. */
function changeToRegion(node: StringNode, text: string, near: readonly string[]): Fix[] {
  const same = near.filter((code) => code === text.toLowerCase());
  return same.length > 0 ? changeListed(node, same, true) : changeListed(node, near);
}

/** Codes that are spelt alike, or those of Regions at a place such as Frankfurt. */
function nearRegions(text: string, regions: readonly Region[]): readonly string[] {
  const alike = nearestNames(
    text,
    regions.map(({ code }) => code),
    2,
  );
  if (alike.length > 0 || text.length < 4) return alike;
  const place = text.toLowerCase();
  return regions.filter(({ name }) => name.toLowerCase().includes(place)).map(({ code }) => code);
}
