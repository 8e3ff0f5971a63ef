import { literalOf } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { addCondition } from '../commonFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { readRcpCondition } from './rcpCondition.ts';

export const rcpMissingRelatedPrincipalConditionKey = defineCheck({
  code: 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
  severity: 'WARNING',
  types: ['rcp'],
  element: 'statement',
  what: 'A resource control policy denies by a key of the principal and does not leave AWS services out.',
  why: 'A service that acts for you has no such key, so the statement denies its calls as well.',
  fix: 'Add "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } to the condition.',
  source: analyzerPage('RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY', 'WARNING'),
  bad: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { «"aws:PrincipalOrgID"»: "o-exampleorg1" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": "*",
        "Action": ["kms:*", "s3:*"], "Resource": "*",
        "Condition": {
          "ForAllValues:StringNotLike": { «"AWS:principalorgpaths"»: "o-exampleorg1/r-ab12/*" },
          "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/audit" } } }] }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "Null": { «"aws:PrincipalTag/team"»: "true" } } } }`,
    },
  ],
  good: [
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-exampleorg1" },
          "BoolIfExists": { "aws:PrincipalIsAwsService": "false" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": "o-exampleorg1" },
          "Bool": { "aws:PrincipalIsAWSService": false } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "StringEquals": { "aws:PrincipalAccount": "444455556666" } } } }`,
    },
    {
      type: 'rcp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "*",
        "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/audit" },
          "Null": { "aws:PrincipalArn": "false" } } } }`,
    },
  ],
  check(statement, { report }) {
    const condition = readRcpCondition(statement);
    const [first, ...others] = condition?.principal ?? [];
    if (first === undefined || condition?.services !== 'not said') return;
    report({
      node: first,
      message: `AWS services that act for you have no ${literalOf(first)}, so this denies them as well; add "BoolIfExists": { "aws:PrincipalIsAWSService": "false" } to the condition.`,
      fixes: () =>
        fixWith(
          'Add a condition on aws:PrincipalIsAWSService',
          addCondition(statement, 'BoolIfExists', 'aws:PrincipalIsAWSService', 'false'),
        ),
      related: others,
    });
  },
});
