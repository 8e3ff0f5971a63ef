import { literalOf, type StringNode } from '../../syntax/node.ts';
import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { mergeMembers } from '../mergeMembers.ts';

export const duplicateKeysWithDifferentCase = defineCheck({
  code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  severity: 'ERROR',
  types: everyType,
  element: 'operator',
  what: 'A condition key stands twice under one operator, in different letter case.',
  why: 'Letter case does not count in condition keys, so the two are one key with two values, and IAM refuses the policy.',
  fix: 'Put the values into one list under one key.',
  source: analyzerPage('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-west-1", «"aws:requestedregion"»: "eu-north-1" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "StringEquals": { "aws:ResourceTag/Team": "blue", «"aws:ResourceTag/team"»: "blue" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-north-1"] },
          "StringNotEquals": { "aws:requestedregion": "eu-south-1" } } } }`,
    },
  ],
  check({ conditions, value }, { report }) {
    if (conditions.length < 2) return;
    const firsts = new Map<string, { readonly key: StringNode; readonly name: string }>();
    for (const { key } of conditions) {
      const name = literalOf(key);
      if (name === undefined) continue;
      const first = firsts.get(name.toLowerCase());
      if (first === undefined) firsts.set(name.toLowerCase(), { key, name });
      else if (first.name !== name)
        report({
          node: key,
          related: [first.key],
          message: `${name} is the same condition key as ${first.name}, because letter case does not count in keys; put the values into one list.`,
          fixes: () => (value?.kind === 'object' ? mergeMembers(value, first.key, key) : []),
        });
    }
  },
});
