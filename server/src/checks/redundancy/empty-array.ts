import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, type Check, everyType, principalTypes, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { removeStatement } from '../elementFixes.ts';
import { fixWith } from '../listFixes.ts';
import { isEmptyList } from './emptyList.ts';

const emptyArrayAction = defineCheck({
  code: 'EMPTY_ARRAY_ACTION',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'statement',
  what: 'Action or NotAction is an empty list.',
  why: 'The statement speaks of no action, so it does nothing.',
  fix: 'List the actions, or remove the statement.',
  source: analyzerPage('EMPTY_ARRAY_ACTION', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": «[]», "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": «[ ]» } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" },
        { "Effect": "Allow", "Action": «[]», "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }] }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["s3:ListBucket"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" } }`,
    },
  ],
  check({ action, node }, { report }) {
    if (!isEmptyList(action?.value)) return;
    report({
      node: action.value,
      message: `${action.name} lists no actions, so the statement does nothing; name actions or remove the statement.`,
      fixes: () => (action.name === 'Action' ? removeStatement(node) : []),
    });
  },
});

const emptyArrayResource = defineCheck({
  code: 'EMPTY_ARRAY_RESOURCE',
  severity: 'SUGGESTION',
  types: resourceTypes,
  element: 'statement',
  what: 'Resource or NotResource is an empty list.',
  why: 'The statement speaks of no resource, so it does nothing.',
  fix: 'List the ARNs of the resources, or remove the statement.',
  source: analyzerPage('EMPTY_ARRAY_RESOURCE', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:ListBucket", "Resource": «[]» } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "s3:DeleteBucket", "NotResource": «[]» } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" },
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": «[]» }] }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:ListBucket", "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket"] } }`,
    },
  ],
  check({ resource, node }, { report }) {
    if (!isEmptyList(resource?.value)) return;
    report({
      node: resource.value,
      message: `${resource.name} lists no resources, so the statement does nothing; name ARNs or remove the statement.`,
      fixes: () => (resource.name === 'Resource' ? removeStatement(node) : []),
    });
  },
});

const emptyArrayPrincipal = defineCheck({
  code: 'EMPTY_ARRAY_PRINCIPAL',
  severity: 'SUGGESTION',
  types: principalTypes,
  element: 'statement',
  what: 'A kind of principal has an empty list.',
  why: 'It names nobody, so it gives access to nobody.',
  fix: 'List the principals, or remove the key.',
  source: analyzerPage('EMPTY_ARRAY_PRINCIPAL', 'SUGGESTION'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": «[]» }, "Action": "sts:AssumeRole" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/orders", "Service": «[]» },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": ["arn:aws:iam::111122223333:role/orders"] }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  check({ principal }, { report }) {
    if (principal?.value?.kind !== 'object') return;
    const { members } = principal.value;
    const named = members.some(({ value }) => value !== undefined && !isEmptyList(value));
    for (const { key, value } of members) {
      if (!isEmptyList(value)) continue;
      report({
        node: value,
        message: `${principal.name} has an empty list, which names nobody; list principals or remove the key.`,
        fixes: () =>
          named
            ? fixWith(`Remove ${literalOf(key) ?? 'the key'}`, [{ edit: 'remove', node: key }], true)
            : [],
      });
    }
  },
});

export const emptyArrayChecks: readonly Check[] = [emptyArrayAction, emptyArrayResource, emptyArrayPrincipal];
