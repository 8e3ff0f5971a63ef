import { parseArn } from '../../policy/arn.ts';
import type { ConditionOperator } from '../../policy/conditionOperator.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, type CheckedElements, everyType, type Fix } from '../check.ts';
import { changeCondition, operatorText } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { findOpenPlace } from './openPlaces.ts';
import { takesFamily } from './operatorTypes.ts';
import { variablePlaces, wildcardPlaces } from './wildcardPlaces.ts';

export const wildcardWithoutLikeOperator = defineCheck({
  code: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
  severity: 'WARNING',
  types: everyType,
  element: 'value',
  what: 'A value has * or ? under an operator that takes them as they are.',
  why: 'StringEquals and its kin compare character by character, so the value matches only a text with that very character.',
  fix: 'Use StringLike or StringNotLike if a pattern is meant.',
  source: analyzerPage('WILDCARD_WITHOUT_LIKE_OPERATOR', 'WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringEquals": { "s3:prefix": ["reports/", «"reports/*"»] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "StringNotEqualsIfExists": { "ec2:ResourceTag/stage": «"prod-?"» },
          "StringEquals": { "ec2:ResourceTag/team": «"*"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalArn": «"arn:aws:iam::111122223333:role/orders-*"» } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "aws:PrincipalOrgID": «"o-*"» } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
        "Condition": { "StringLike": { "s3:prefix": "reports/*" }, "StringEquals": { "s3:delimiter": "\${*}" },
          "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders-*" } } } }`,
    },
  ],
  check(value, { report }) {
    const { text, node, condition } = value;
    const { operator } = condition.block;
    if (operator?.family !== 'String' || operator.wildcards || !hasWildcard(text)) return;
    const { lookup } = condition;
    // TYPE_MISMATCH speaks of an operator that is not made for the key.
    if (lookup !== undefined && 'key' in lookup && !takesFamily(lookup.key, 'String')) return;
    if (wildcardPlaces(text).length === 0) return;
    const like = operator.negated ? 'StringNotLike' : 'StringLike';
    report({
      node,
      message: `${operator.name} takes the wildcard in ${text} as a plain character; use ${like} if a pattern is meant.`,
      fixes: () => patternFixes(value, operator),
    });
  },
});

/** Not where the key takes no pattern, or letter case would count that did not. */
function patternFixes({ text, condition }: CheckedElements['value'], operator: ConditionOperator): Fix[] {
  const { statement, lookup, values } = condition;
  const places = wildcardPlaces(text);
  const open = findOpenPlace(text, condition, places, [...places, ...variablePlaces(text)]);
  if (open !== undefined || operator.name.endsWith('IgnoreCase')) return [];
  if (/^\*+$/.test(text)) {
    const value = operator.negated ? 'true' : 'false';
    const edits = changeCondition(statement, condition, { operator: 'Null', value });
    return operator.set !== undefined || operator.ifExists
      ? []
      : fixWith(`Change to "Null": "${value}"`, edits);
  }
  const arns = lookup !== undefined && 'key' in lookup && lookup.key.type === 'ARN';
  if (arns && values.some((one) => parseArn(literalOf(one) ?? '') === undefined)) return [];
  const name = `${arns ? 'Arn' : 'String'}${operator.negated ? 'NotLike' : 'Like'}`;
  const like = operatorText({ ...operator, name });
  return fixWith(`Change to ${like}`, changeCondition(statement, condition, { operator: like }));
}
