import type { ArrayNode } from '../../syntax/node.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import { analyzerPage, everyType, type Fix } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { jsonOf } from '../splitStatement.ts';
import { textOf } from '../trust/callerLimit.ts';

export const invalidConditionMultipleBoolean = defineCheck({
  code: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'A Bool condition lists several values.',
  why: 'A truth value is true or false, so a condition that takes either one limits nothing.',
  fix: 'Leave the one value that is meant.',
  source: analyzerPage('INVALID_CONDITION_MULTIPLE_BOOLEAN', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:SecureTransport": «["true", "false"]» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": «[true, false]» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:ViaAWSService": «["true", "true"]» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:SecureTransport": ["true"], "aws:ViaAWSService": false } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalTag/admin": ["true", "yes"] } } } }`,
    },
  ],
  check({ name, list, block: { operator } }, { report }) {
    if (list === undefined || operator?.family !== 'Bool' || operator.set !== undefined) return;
    if (list.items.length < 2 || list.items.some((item) => item.kind === 'unknown')) return;
    report({
      node: list,
      message: `${name ?? 'The key'} is true or false, so several values limit nothing; leave the one that is meant.`,
      fixes: () => leaveOne(list),
    });
  },
});

/** The same value several times is surely meant once. */
function leaveOne(list: ArrayNode): Fix[] {
  const texts = list.items.map((item) => textOf(item)?.toLowerCase());
  if (texts.some((text) => text !== 'true' && text !== 'false')) return [];
  const values = [...new Set(texts)];
  return values.flatMap((text) => {
    const value = jsonOf(list.items[texts.indexOf(text)]);
    if (value === undefined) return [];
    const edits: TreeEdit[] = [{ edit: 'replace', node: list, value }];
    return [{ title: `Change to ${text}`, edits, safe: values.length === 1 }];
  });
}
