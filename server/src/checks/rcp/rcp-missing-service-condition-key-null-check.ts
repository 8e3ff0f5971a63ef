import { literalOf } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { addCondition } from '../commonFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { readRcpCondition } from './rcpCondition.ts';

export const rcpMissingServiceConditionKeyNullCheck = defineCheck({
  code: 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
  severity: 'WARNING',
  types: ['rcp'],
  element: 'statement',
  what: 'A resource control policy denies by the source a service acts for and does not ask that there is one.',
  why: 'Some services call without naming a source, and the statement denies those calls as well.',
  fix: 'Add "Null": { "aws:SourceAccount": "false" } or "Null": { "aws:SourceArn": "false" } to the condition.',
  source: analyzerPage('RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK', 'WARNING'),
  bad: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { «"aws:SourceOrgID"»: "o-exampleorg1" },
          "BoolIfExists": { "aws:PrincipalIsAWSService": "true" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "StringNotEquals": { «"AWS:SourceAccount"»: ["111122223333", "444455556666"] },
          "Null": { "aws:SourceOrgID": "false" },
          "Bool": { "aws:PrincipalIsAWSService": "true" } } } }`,
    },
  ],
  good: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-exampleorg1" },
          "Null": { "aws:SourceArn": "false" },
          "Bool": { "aws:PrincipalIsAWSService": "true" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": {
          "ForAllValues:StringNotLikeIfExists": { "aws:SourceOrgPaths": "o-exampleorg1/r-ab12/*" },
          "Null": { "aws:SourceAccount": false },
          "BoolIfExists": { "aws:PrincipalIsAWSService": "true" } } } }`,
    },
  ],
  check(statement, { report }) {
    const condition = readRcpCondition(statement);
    const [first, ...others] = condition?.source ?? [];
    if (first === undefined || condition === undefined || condition.testsPrincipal) return;
    if (condition.needsSource || condition.services === 'none') return;
    report({
      node: first,
      message: `Some calls of AWS services have no ${literalOf(first)}, and this denies them as well; add "Null": { "aws:SourceAccount": "false" } to the condition.`,
      fixes: () =>
        fixWith(
          'Add "Null" for aws:SourceAccount',
          addCondition(statement, 'Null', 'aws:SourceAccount', 'false'),
        ),
      related: others,
    });
  },
});
