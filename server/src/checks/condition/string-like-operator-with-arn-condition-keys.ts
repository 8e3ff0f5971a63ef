import { parseArn } from '../../policy/arn.ts';
import type { ConditionOperator } from '../../policy/conditionOperator.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, type CheckedCondition, everyType, type Fix } from '../check.ts';
import { changeCondition, operatorText } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';

const arnOperators: Readonly<Record<string, string>> = { StringLike: 'ArnLike', StringNotLike: 'ArnNotLike' };

export const stringLikeOperatorWithArnConditionKeys = defineCheck({
  code: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  severity: 'SECURITY_WARNING',
  types: everyType,
  element: 'condition',
  what: 'A key that holds an ARN is compared by StringLike or StringNotLike.',
  why: 'A wildcard then matches across the colons of the ARN, so that it takes in other Regions, accounts and services than it seems to.',
  fix: 'Use ArnLike or ArnNotLike, which compare each field of the ARN by itself.',
  source: analyzerPage('STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" },
        "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
        "Condition": { "StringLike": { «"aws:SourceArn"»: "arn:aws:sns:*:111122223333:orders-*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringNotLikeIfExists": { «"AWS:PrincipalARN"»: ["arn:aws:iam::*:role/reader", "arn:aws:iam::111122223333:root"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringLike": { «"aws:PrincipalArn"»: "*:role/reader" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders-*" },
          "StringEquals": { "lambda:SourceFunctionArn": "arn:aws:lambda:eu-west-1:111122223333:function:orders" },
          "StringLike": { "aws:PrincipalTag/function": "arn:aws:lambda:*" } } } }`,
    },
  ],
  check(condition, { report }) {
    const { key, name, lookup, block, values } = condition;
    const { operator } = block;
    const instead = arnOperators[operator?.name ?? ''];
    if (operator === undefined || instead === undefined || lookup === undefined || !('key' in lookup)) return;
    if (lookup.key.type !== 'ARN' || lookup.key.alternativeTypes.includes('String')) return;
    // That * alone asks for nothing but the key is another finding.
    if (values.some((value) => literalOf(value) === '*')) return;
    report({
      node: key,
      message: `${name} holds an ARN, in which wildcards of ${operator.name} match across colons; use ${instead}.`,
      fixes: () => changeTo(condition, operator, instead),
    });
  },
});

/** Not where a value has fewer fields than an ARN, as it would never match then. */
function changeTo(condition: CheckedCondition, operator: ConditionOperator, name: string): Fix[] {
  const arns = condition.values.every((value) => parseArn(literalOf(value) ?? '') !== undefined);
  const text = operatorText({ ...operator, name });
  if (!arns) return [];
  return fixWith(`Change to ${text}`, changeCondition(condition.statement, condition, { operator: text }));
}
