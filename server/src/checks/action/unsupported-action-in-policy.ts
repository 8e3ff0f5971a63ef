import { literalOf } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeAction } from '../entryFixes.ts';
import type { OwnerRule } from '../resource/ownerRules.ts';
import { likelyAction } from '../statement/likelyElements.ts';
import { isSupported, ruleFor, trustRule } from './supportedActions.ts';

export const unsupportedActionInPolicy = defineCheck({
  code: 'UNSUPPORTED_ACTION_IN_POLICY',
  severity: 'ERROR',
  types: ['resource', 'trust'],
  element: 'action',
  what: 'The policy of a resource names an action that is not done to such a resource.',
  why: 'AWS refuses the policy, or the action never matches a request.',
  fix: 'Name actions on the resource the policy is attached to; in a trust policy those that assume the role, such as sts:AssumeRole.',
  source: analyzerPage('UNSUPPORTED_ACTION_IN_POLICY', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
        "Action": ["sts:AssumeRole", «"s3:GetObject"»] } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
        "Action": ["sts:AssumeRole", «"sts:GetCallerIdentity"», «"sts:GetSession*"»] } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
        "Action": ["s3:GetObject", «"kms:Decrypt"», «"s3:ListAllMyBuckets"»],
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::DynamoDB::Table',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
        "Action": «"dynamodb:ListTables"»,
        "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders" } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
        "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"] } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" },
        "Action": ["s3:GetObject", "s3:Put*"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" }, "Action": "kms:Decrypt",
        "Resource": "arn:aws:kms:us-east-1:111122223333:key/1234abcd" } }`,
    },
  ],
  check({ text, node, element, statement }, context) {
    const { catalog, policy, report } = context;
    const rule = ruleFor(policy.kind);
    // In NotAction a foreign action only says what is not meant.
    if (rule === undefined || element.name === 'NotAction' || isSupported(catalog, rule, text)) return;
    report({
      node,
      message: `The policy of ${rule.title} cannot hold ${text}, which is not done to it; ${advice(rule)}.`,
      fixes: () => {
        const others = element.entries.map((entry) => literalOf(entry) ?? '');
        if (others.some((other) => isSupported(catalog, rule, other)))
          return [{ title: `Remove ${text}`, edits: [{ edit: 'remove', node }], safe: false }];
        const likely = likelyAction(statement, context);
        return likely !== undefined && isSupported(catalog, rule, likely)
          ? [changeAction(node, [likely], catalog)]
          : [];
      },
    });
  },
});

function advice(rule: OwnerRule): string {
  return rule === trustRule
    ? 'name an action such as sts:AssumeRole, and give the role other actions by a permission policy'
    : `name actions of ${rule.service} on ${rule.title}`;
}
