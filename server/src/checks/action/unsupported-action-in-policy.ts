import { expandAction } from '../../access/expandAction.ts';
import type { Action, Catalog } from '../../catalog/catalog.ts';
import { parseActionName } from '../../policy/actionName.ts';
import type { PolicyKind } from '../../policy/policyType.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { type OwnerRule, ownerRules } from '../resource/ownerRules.ts';

/** Source: AWS STS in the service authorization reference; the actions that it lists for the type `role`. */
const trustRule: OwnerRule = {
  title: 'a role',
  service: 'sts',
  resourceTypes: ['role'],
  actionsByResourceType: true,
};

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
  *check({ text, node, element }, { catalog, policy }) {
    const rule = ruleFor(policy.kind);
    // In NotAction a foreign action only says what is not meant.
    if (rule === undefined || element.name === 'NotAction' || isSupported(catalog, rule, text)) return;
    yield {
      node,
      message: `The policy of ${rule.title} cannot hold ${text}, which is not done to it; ${advice(rule)}.`,
    };
  },
});

function ruleFor({ type, owner }: PolicyKind): OwnerRule | undefined {
  if (type === 'trust') return trustRule;
  return owner && ownerRules[owner];
}

/** True also for what is not known: INVALID_ACTION and INVALID_SERVICE_IN_ACTION speak of that. */
function isSupported(catalog: Catalog, rule: OwnerRule, text: string): boolean {
  const prefix = parseActionName(text)?.prefix.toLowerCase();
  if (prefix === undefined || hasWildcard(prefix)) return true;
  const actions = expandAction(catalog, text);
  if (actions.length === 0) return true;
  if (prefix !== rule.service) return false;
  return !rule.actionsByResourceType || actions.some((action) => isDoneTo(rule, action));
}

function isDoneTo(rule: OwnerRule, action: Action): boolean {
  return action.added || action.resourceTypes.some(({ name }) => rule.resourceTypes.includes(name));
}

function advice(rule: OwnerRule): string {
  return rule === trustRule
    ? 'name an action such as sts:AssumeRole, and give the role other actions by a permission policy'
    : `name actions of ${rule.service} on ${rule.title}`;
}
