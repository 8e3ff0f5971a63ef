import { analyzerPage, type Check, type Example, everyType } from '../check.ts';
import { changeCondition } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { type LoneWildcard, loneWildcard } from './loneWildcard.ts';

interface Form {
  readonly code: string;
  readonly meaning: LoneWildcard;
  readonly value: 'true' | 'false';
  readonly asked: string;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

const forms: readonly Form[] = [
  {
    code: 'EQUIVALENT_TO_NULL_FALSE',
    meaning: 'asks for presence',
    value: 'false',
    asked: 'is in the request',
    bad: [
      example('"StringLike": { "aws:RequestTag/team": «"*"» }'),
      example('"StringLike": { "aws:ResourceTag/team": [«"*"»] }'),
      example('"ForAnyValue:StringLike": { "aws:TagKeys": [«"*"», "team"] }'),
    ],
    good: [
      example('"Null": { "aws:RequestTag/team": "false" }'),
      example('"StringLike": { "aws:RequestTag/team": "?*" }'),
      example('"StringLike": { "aws:RequestTag/team": "orders-*" }'),
    ],
  },
  {
    code: 'EQUIVALENT_TO_NULL_TRUE',
    meaning: 'asks for absence',
    value: 'true',
    asked: 'is not in the request',
    bad: [
      example('"StringNotLike": { "aws:RequestTag/team": «"*"» }'),
      example('"StringNotLikeIfExists": { "aws:RequestTag/team": [«"*"»] }'),
      example('"ForAllValues:StringNotLike": { "aws:TagKeys": «"*"» }'),
    ],
    good: [
      example('"Null": { "aws:RequestTag/team": "true" }'),
      example('"StringNotLike": { "aws:RequestTag/team": "orders-*" }'),
    ],
  },
];

export const equivalentToNullChecks: readonly Check[] = forms.map(toCheck);

function toCheck({ code, meaning, value, asked, bad, good }: Form): Check {
  return defineCheck({
    code,
    severity: 'SUGGESTION',
    types: everyType,
    element: 'value',
    what: `A condition that compares with * alone asks only whether the key ${asked}.`,
    why: 'The operator Null says so in plain words, and nobody takes it for a pattern that was left unfinished.',
    fix: `Write "Null": { "key": "${value}" }, or the pattern that is meant.`,
    source: analyzerPage(code, 'SUGGESTION'),
    bad,
    good,
    check(element, { report }) {
      if (loneWildcard(element) !== meaning) return;
      const { node, text, condition } = element;
      report({
        node,
        message: `${condition.block.operator?.name} with ${text} asks only whether ${condition.name} ${asked}; write "Null": { "${condition.name}": "${value}" }.`,
        fixes: () =>
          fixWith(
            `Change to "Null": "${value}"`,
            changeCondition(condition.statement, condition, { operator: 'Null', value }),
            true,
          ),
      });
    },
  });
}

function example(condition: string): Example {
  return {
    type: 'identity',
    text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*", "Condition": { ${condition} } } }`,
  };
}
