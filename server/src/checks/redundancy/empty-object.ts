import type { Node, ObjectNode } from '../../syntax/node.ts';
import { analyzerPage, type Check, everyType, principalTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { removeStatement } from '../elementFixes.ts';
import { fixWith } from '../listFixes.ts';

const emptyObjectPrincipal = defineCheck({
  code: 'EMPTY_OBJECT_PRINCIPAL',
  severity: 'SUGGESTION',
  types: principalTypes,
  element: 'statement',
  what: 'Principal or NotPrincipal is an empty object.',
  why: 'The statement names nobody, so it does nothing.',
  fix: 'Name principals, such as { "AWS": "arn:aws:iam::111122223333:role/orders" }, or remove the statement.',
  source: analyzerPage('EMPTY_OBJECT_PRINCIPAL', 'SUGGESTION'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": «{}», "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": «{ }»,
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" },
        { "Effect": "Allow", "Principal": «{}», "Action": "sts:AssumeRole" }] }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders" }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  check({ principal, node }, { report }) {
    if (!isEmptyObject(principal?.value)) return;
    report({
      node: principal.value,
      message: `${principal.name} names nobody, so the statement does nothing; name principals or remove the statement.`,
      fixes: () => (principal.name === 'Principal' ? removeStatement(node) : []),
    });
  },
});

const emptyObjectCondition = defineCheck({
  code: 'EMPTY_OBJECT_CONDITION',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'statement',
  what: 'Condition, or an operator in it, is an empty object.',
  why: 'It tests nothing, so the statement applies as if it were not there.',
  fix: 'Write the conditions, or remove it.',
  source: analyzerPage('EMPTY_OBJECT_CONDITION', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket", "Condition": «{}» } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket", "Condition": { "StringLike": «{}» } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringLike": { "s3:prefix": "reports/*" } } } }`,
    },
  ],
  check({ condition }, { report }) {
    if (condition === undefined) return;
    const alone = condition.operators.length === 1;
    for (const { key, value } of [condition, ...condition.operators]) {
      if (!isEmptyObject(value)) continue;
      report({
        node: value,
        message:
          'These braces hold no condition, so they do not limit the statement; write conditions or remove them.',
        fixes: () =>
          fixWith('Remove the empty braces', [{ edit: 'remove', node: alone ? condition.key : key }], true),
      });
    }
  },
});

function isEmptyObject(node: Node | undefined): node is ObjectNode {
  return node?.kind === 'object' && node.members.length === 0;
}

export const emptyObjectChecks: readonly Check[] = [emptyObjectPrincipal, emptyObjectCondition];
