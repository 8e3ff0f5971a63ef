import { literalOf } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { addCondition } from '../commonFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { readRcpCondition } from './rcpCondition.ts';

export const rcpMissingRelatedServicePrincipalConditionKey = defineCheck({
  code: 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
  severity: 'WARNING',
  types: ['rcp'],
  element: 'statement',
  what: 'A resource control policy denies by the source a service acts for and is not limited to AWS services.',
  why: 'Requests of users and roles have no such key, so the statement denies them as well.',
  fix: 'Add "BoolIfExists": { "aws:PrincipalIsAWSService": "true" } to the condition.',
  source: analyzerPage('RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY', 'WARNING'),
  bad: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { «"aws:SourceOrgID"»: "o-exampleorg1" },
          "Null": { "aws:SourceAccount": "false" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "StringNotEquals": { «"aws:SourceOrgID"»: "o-exampleorg1",
            "aws:sourceaccount": ["111122223333"] },
          "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } } } }`,
    },
  ],
  good: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*",
        "Action": ["s3:*", "sqs:*", "kms:*"], "Resource": "*",
        "Condition": {
          "StringNotEqualsIfExists": { "aws:SourceOrgID": "o-exampleorg1", "aws:SourceAccount": "444455556666" },
          "Null": { "aws:SourceAccount": "false" },
          "Bool": { "aws:PrincipalIsAWSService": "true" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "StringEquals": { "aws:SourceAccount": "444455556666" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": {
          "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-exampleorg1", "aws:SourceOrgID": "o-exampleorg1" },
          "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } } } }`,
    },
  ],
  check(statement, { report }) {
    const condition = readRcpCondition(statement);
    const [first, ...others] = condition?.source ?? [];
    if (first === undefined || condition === undefined || condition.testsPrincipal) return;
    if (condition.services !== 'not said' && condition.services !== 'none') return;
    report({
      node: first,
      message: `Requests of users and roles have no ${literalOf(first)}, so this denies them as well; add "BoolIfExists": { "aws:PrincipalIsAWSService": "true" } to the condition.`,
      fixes: () =>
        fixWith('Add a condition on aws:PrincipalIsAWSService', [
          ...addCondition(statement, 'BoolIfExists', 'aws:PrincipalIsAWSService', 'true'),
          ...(condition.needsSource ? [] : addCondition(statement, 'Null', 'aws:SourceAccount', 'false')),
        ]),
      related: others,
    });
  },
});
