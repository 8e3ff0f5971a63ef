import type { Catalog } from '../../catalog/catalog.ts';
import type { PrincipalType } from '../../policy/model.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import type { JsonValue } from '../../syntax/treeEdit.ts';
import { analyzerPage, type Fix, principalTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { principalTypeOf } from './principalTypeOf.ts';

export const invalidPrincipalFormat = defineCheck({
  code: 'INVALID_PRINCIPAL_FORMAT',
  severity: 'ERROR',
  types: principalTypes,
  element: 'shape',
  what: 'The Principal element is a string other than "*".',
  why: 'IAM cannot tell whether the string is an account, a service or an identity provider, so it rejects the policy.',
  fix: 'Write an object whose key is the principal type: AWS, Service, Federated or CanonicalUser.',
  source: analyzerPage('INVALID_PRINCIPAL_FORMAT', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": «"ec2.amazonaws.com"», "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": «"arn:aws:iam::111122223333:root"», "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "NotPrincipal": «"111122223333"», "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:SecureTransport": "false" } } } }`,
    },
  ],
  check(problem, { catalog, report }) {
    if (problem.problem !== 'principalFormat') return;
    const { element, node } = problem;
    const text = literalOf(node);
    const type = text === undefined ? undefined : principalTypeOf(text, catalog);
    const advice = type
      ? `write { "${type}": "${text}" }.`
      : 'write an object with the key AWS, Service, Federated or CanonicalUser.';
    report({
      node,
      message: `${element} says nothing about what kind of principal this is, so IAM rejects the policy; ${advice}`,
      fixes: () => typed(node, catalog),
    });
  },
});

/** An object with the principals under the types that their form tells. */
function typed(node: Node, catalog: Catalog): Fix[] {
  const items = node.kind === 'array' ? node.items : [node];
  const byType = new Map<PrincipalType, string[]>();
  for (const item of items) {
    const text = literalOf(item);
    const type = text === undefined ? undefined : principalTypeOf(text, catalog);
    if (text === undefined || type === undefined) return [];
    byType.set(type, [...(byType.get(type) ?? []), text]);
  }
  if (byType.size === 0) return [];
  const value: JsonValue = Object.fromEntries(
    [...byType].map(([type, texts]) => [type, texts.length === 1 ? (texts[0] ?? '') : texts]),
  );
  return [
    { title: `Change to ${JSON.stringify(value)}`, edits: [{ edit: 'replace', node, value }], safe: true },
  ];
}
