import { analyzerPage, everyType } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { loneWildcard } from './loneWildcard.ts';

export const redundantStatementDueToWildcardInCondition = defineCheck({
  code: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'value',
  what: 'A condition that compares with * alone is met by no request.',
  why: 'It wants a value other than any value, so the statement never applies.',
  fix: 'Write the values that are meant, or remove the statement.',
  source: analyzerPage('REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION', 'SUGGESTION'),
  bad: [
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "ec2:RunInstances",
        "Resource": "arn:aws:ec2:*:*:instance/*",
        "Condition": { "StringNotLike": { "aws:RequestedRegion": «"*"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*" },
        { "Effect": "Deny", "Action": "ec2:CreateTags", "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
          "Condition": { "ForAnyValue:StringNotLike": { "aws:TagKeys": [«"*"»] } } }] }`,
    },
  ],
  good: [
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "ec2:RunInstances",
        "Resource": "arn:aws:ec2:*:*:instance/*",
        "Condition": { "StringNotLike": { "aws:RequestedRegion": "eu-*" } } } }`,
    },
  ],
  check(element, { report }) {
    if (loneWildcard(element) !== 'never met') return;
    const { node, text, condition } = element;
    const { statement } = condition;
    report({
      node,
      message: `No request meets this condition, as ${text} matches any value of ${condition.name}, so the statement never applies; write the values that are meant or remove the statement.`,
      fixes: () =>
        statement.policy.statements.length > 1
          ? fixWith('Remove the statement', [{ edit: 'remove', node: statement.node }])
          : [],
    });
  },
});
