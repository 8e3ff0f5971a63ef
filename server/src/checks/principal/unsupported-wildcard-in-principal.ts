import type { PrincipalElement, PrincipalType, Statement } from '../../policy/model.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import type { StringNode } from '../../syntax/node.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import { analyzerPage, type Fix, principalTypes } from '../check.ts';
import { addCondition } from '../commonFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';

export const unsupportedWildcardInPrincipal = defineCheck({
  code: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  severity: 'ERROR',
  types: principalTypes,
  element: 'principal',
  what: 'A principal holds a wildcard.',
  why: 'A principal is compared as a whole, so IAM takes no part of a name or ARN; only "AWS": "*" stands for everyone.',
  fix: 'Name each principal, or name the account and compare aws:PrincipalArn with the pattern in a condition.',
  source: analyzerPage('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": «"arn:aws:iam::111122223333:role/build-*"» }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": ["arn:aws:iam::111122223333:user/alice", «"arn:aws:iam::111122223333:user/bob?"»] },
        "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": «"*"» }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"arn:aws:iam::111122223333:saml-provider/*"» },
        "Action": "sts:AssumeRoleWithSAML",
        "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "NotPrincipal": { "AWS": «"arn:aws:sts::111122223333:assumed-role/admin/*"» },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole",
        "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/build-*" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": { "AWS": "*" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:SecureTransport": "false" } } } }`,
    },
  ],
  check({ text, node, type, element, statement }, { policy, report }) {
    if (type === undefined || !hasWildcard(text) || text.includes('${')) return;
    if (type === 'AWS' && text === '*') return;
    const trust = policy.kind.type === 'trust';
    if (trust ? element.name === 'NotPrincipal' : type === 'Federated') return;
    report({
      node,
      message: `IAM takes no wildcard in a principal of type ${type}, so it rejects ${text}; ${advice(type)}`,
      fixes: () => (type === 'AWS' ? compareArn(statement, element, node, text) : []),
    });
  },
});

/** The account as the principal and the pattern as a condition, where no other principal would have to meet it. */
function compareArn(statement: Statement, element: PrincipalElement, node: StringNode, text: string): Fix[] {
  const [, partition, account, role] =
    /^arn:(aws[a-z-]*):(?:iam|sts)::(\d{12}):(?:assumed-role\/([^/*?]+)\/\*$|role\/|user\/)/.exec(text) ?? [];
  if (partition === undefined || element.name !== 'Principal' || element.entries.length > 1) return [];
  const pattern = role === undefined ? text : `arn:${partition}:iam::${account}:role/${role}`;
  const condition = addCondition(statement, 'ArnLike', 'aws:PrincipalArn', pattern);
  const root: TreeEdit = { edit: 'replace', node, value: `arn:${partition}:iam::${account}:root` };
  return condition.length === 0
    ? []
    : fixWith('Change to a condition on aws:PrincipalArn', [root, ...condition]);
}

function advice(type: PrincipalType): string {
  if (type !== 'AWS') return 'name each principal in a list.';
  return 'name each principal in a list, or name the account and compare aws:PrincipalArn with the pattern in a condition.';
}
