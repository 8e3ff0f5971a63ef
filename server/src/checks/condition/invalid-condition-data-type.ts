import type { Node } from '../../syntax/node.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';

export const invalidConditionDataType = defineCheck({
  code: 'INVALID_CONDITION_DATA_TYPE',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'The values of a condition key are of different JSON types.',
  why: 'IAM compares a key with values of one type, and strings, numbers and truth values together are none.',
  fix: 'Write all values of the list alike, best as strings.',
  source: analyzerPage('INVALID_CONDITION_DATA_TYPE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "NumericEquals": { "s3:max-keys": «["10", 20]» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalTag/cost-center": «["100", true]» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": 3600 }, "StringEquals": { "aws:PrincipalTag/team": ["blue", "green"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "NumericEquals": { "s3:max-keys": [10, 20] } } } }`,
    },
  ],
  check({ name, list, values, block }, { report }) {
    // Several truth values are wrong however they are written.
    if (list === undefined || block.operator?.family === 'Bool') return;
    const kinds = new Set(values.flatMap((value) => kindOf(value) ?? []));
    if (kinds.size < 2) return;
    report({
      node: list,
      message: `The values of ${name ?? 'this key'} are ${[...kinds].join(' and ')}, but IAM takes values of one type; write all of them as strings.`,
      fixes: () => fixWith('Write all values as strings', values.flatMap(asString), true),
    });
  },
});

function asString(node: Node): TreeEdit[] {
  if (node.kind !== 'number' && node.kind !== 'boolean') return [];
  return [{ edit: 'replace', node, value: String(node.value) }];
}

/** Nothing for what is no value at all, or is known only later. */
function kindOf({ kind }: Node): string | undefined {
  return kind === 'string' || kind === 'number'
    ? `${kind}s`
    : kind === 'boolean'
      ? 'truth values'
      : undefined;
}
