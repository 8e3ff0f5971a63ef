import { literalOf, type Node } from '../../syntax/node.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { jsonOf } from '../splitStatement.ts';

/** The value that decides, as any of the values may be met. */
const deciding: Readonly<Record<string, 'greatest' | 'least'>> = {
  NumericLessThan: 'greatest',
  NumericLessThanEquals: 'greatest',
  NumericGreaterThan: 'least',
  NumericGreaterThanEquals: 'least',
};

export const redundantConditionValueNum = defineCheck({
  code: 'REDUNDANT_CONDITION_VALUE_NUM',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'condition',
  what: 'A numeric comparison has several limits, of which only the widest counts.',
  why: 'It is enough for a request to meet one value, so the narrower limits do not limit anything.',
  fix: 'Keep the greatest value for NumericLessThan, the least for NumericGreaterThan, or the limit that is meant.',
  source: analyzerPage('REDUNDANT_CONDITION_VALUE_NUM', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:CreateAccessKey",
        "Resource": "arn:aws:iam::111122223333:user/jane",
        "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": «["2700", "3600"]» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "NumericGreaterThanEqualsIfExists": { "s3:max-keys": «[10, 1e2]» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket", "Condition": {
          "NumericLessThan": { "s3:max-keys": ["10"] }, "NumericGreaterThan": { "s3:max-keys": "1" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "NumericEquals": { "s3:max-keys": ["10", "100"] } } } }`,
    },
  ],
  check({ name, block: { operator }, list, values }, { report }) {
    const which = deciding[operator?.name ?? ''];
    if (which === undefined || operator === undefined || list === undefined || values.length < 2) return;
    const numbers = values.map(numberOf);
    if (values.length !== list.items.length || numbers.some(Number.isNaN)) return;
    const kept = which === 'greatest' ? Math.max(...numbers) : Math.min(...numbers);
    report({
      node: list,
      message: `Only the ${which} value counts for ${name ?? 'the key'} under ${operator.name}, as it is enough to meet one; write ${kept} alone.`,
      fixes: () => {
        const value = jsonOf(values[numbers.indexOf(kept)]);
        const edits: TreeEdit[] = value === undefined ? [] : [{ edit: 'replace', node: list, value }];
        return fixWith(`Change to ${kept}`, edits, true);
      },
    });
  },
});

/** NaN for what is no number, or not known. */
function numberOf(node: Node): number {
  if (node.kind === 'number') return node.value;
  const text = literalOf(node)?.trim();
  return text ? Number(text) : Number.NaN;
}
