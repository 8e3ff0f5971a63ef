import type { Catalog } from '../../catalog/catalog.ts';
import type { PrincipalType } from '../../policy/model.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import { analyzerPage, principalTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { renamePrincipalType } from './principalFixes.ts';
import { principalTypeOf } from './principalTypeOf.ts';

export const invalidPrincipalKey = defineCheck({
  code: 'INVALID_PRINCIPAL_KEY',
  severity: 'ERROR',
  types: principalTypes,
  element: 'shape',
  what: 'A key of the Principal element is no principal type.',
  why: 'IAM knows the principal types AWS, Service, Federated and CanonicalUser, in these letters, and rejects others.',
  fix: 'Use one of the four principal types.',
  source: analyzerPage('INVALID_PRINCIPAL_KEY', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { «"Services"»: "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { «"aws"»: "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333", «"Role"»: ["arn:aws:iam::111122223333:role/reader"] },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": ["111122223333"],
          "CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check(problem, { catalog, report }) {
    if (problem.problem !== 'principalKey') return;
    const { name, near, key } = problem;
    const advice =
      near === undefined ? 'use AWS, Service, Federated or CanonicalUser.' : `did you mean ${near}?`;
    report({
      node: key,
      message: `${name} is no principal type, so IAM rejects the policy; ${advice}`,
      fixes: () => {
        const meant = near ?? typeOfValues(key, catalog);
        if (meant === undefined) return [];
        const safe = near?.toLowerCase() === name.toLowerCase();
        return fixWith(`Change to ${meant}`, renamePrincipalType(key, meant), safe);
      },
    });
  },
});

/** The type that all principals under a key have by their form. */
function typeOfValues(key: StringNode, catalog: Catalog): PrincipalType | undefined {
  const members = key.parent?.kind === 'object' ? key.parent.members : [];
  const value = members.find((one) => one.key === key)?.value;
  const items = value?.kind === 'array' ? value.items : [value];
  const [first, ...others] = new Set(items.map((item) => principalTypeOf(literalOf(item) ?? '', catalog)));
  return others.length === 0 ? first : undefined;
}
