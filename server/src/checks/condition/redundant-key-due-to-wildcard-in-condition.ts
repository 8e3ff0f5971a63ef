import { analyzerPage, everyType } from '../check.ts';
import { removeConditions } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { loneWildcard } from './loneWildcard.ts';

export const redundantKeyDueToWildcardInCondition = defineCheck({
  code: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'value',
  what: 'A condition that compares with * alone is met by every request.',
  why: 'It limits nothing: with IfExists or ForAllValues an absent key is enough, and some keys are in every request.',
  fix: 'Write the values that are meant, or remove the condition.',
  source: analyzerPage('REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "StringLikeIfExists": { "aws:RequestTag/team": «"*"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "ForAllValues:StringLike": { "aws:TagKeys": ["team", «"*"»] },
          "StringEquals": { "ec2:CreateAction": "RunInstances" } } } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "ec2:RunInstances",
        "Resource": "arn:aws:ec2:*:*:instance/*",
        "Condition": { "StringLike": { "AWS:requestedRegion": «"*"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "StringLikeIfExists": { "aws:RequestTag/team": "orders-*" } } } }`,
    },
  ],
  check(element, { report }) {
    if (loneWildcard(element) !== 'always met') return;
    const { node, text, condition } = element;
    report({
      node,
      message: `Every request meets this condition, as ${text} matches any value of ${condition.name} and the key may be absent or never is; write the values that are meant or remove it.`,
      fixes: () => fixWith('Remove the condition', removeConditions(condition.statement, [condition]), true),
    });
  },
});
