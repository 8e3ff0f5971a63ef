import { analyzerPage, everyType } from '../check.ts';
import { changeOperator } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';

export const nullWithQualifier = defineCheck({
  code: 'NULL_WITH_QUALIFIER',
  severity: 'SUGGESTION',
  types: everyType,
  element: 'operator',
  what: 'The Null operator has a set operator before it.',
  why: 'Null asks whether a key is in the request, not about its values, so ForAllValues and ForAnyValue say nothing with it.',
  fix: 'Write Null alone.',
  source: analyzerPage('NULL_WITH_QUALIFIER', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { «"ForAllValues:Null"»: { "aws:TagKeys": "false" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "Null": { "aws:RequestTag/team": "false" }, «"foranyvalue:null"»: { "aws:TagKeys": "false" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "Null": { "aws:TagKeys": "false" }, "ForAllValues:StringEquals": { "aws:TagKeys": "team" } } } }`,
    },
  ],
  check(block, { report }) {
    const { key, operator, statement } = block;
    // NULL_WITH_IF_EXISTS speaks of the suffix, and its fix takes both away.
    if (operator?.family !== 'Null' || operator.set === undefined || operator.ifExists) return;
    report({
      node: key,
      message: `Null asks whether the key is in the request, so ${operator.set} says nothing with it; write Null.`,
      fixes: () => fixWith('Change to Null', changeOperator(statement, block, 'Null'), true),
    });
  },
});
