import type { KeyType } from '../../catalog/catalog.ts';
import { type ConditionOperator, familiesFor, type OperatorFamily } from '../../policy/conditionOperator.ts';
import { analyzerPage, type CheckedCondition, everyType, type Fix } from '../check.ts';
import { changeCondition, operatorText } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { textOf } from '../trust/callerLimit.ts';
import { takesFamily } from './operatorTypes.ts';
import { suitsFamily } from './valueForms.ts';

export const typeMismatch = defineCheck({
  code: 'TYPE_MISMATCH',
  severity: 'WARNING',
  types: everyType,
  element: 'condition',
  what: 'An operator is not made for the type of the condition key.',
  why: 'IAM compares the value as the operator says, and not as what it is, so the condition is not met as meant.',
  fix: 'Use an operator for the type of the key, such as Bool for aws:SecureTransport.',
  source: analyzerPage('TYPE_MISMATCH', 'WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"aws:SecureTransport"»: "true", "aws:PrincipalTag/team": "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringNotLike": { «"AWS:sourceip"»: ["203.0.113.0/24", "198.51.100.7"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "NumericLessThan": { «"aws:CurrentTime"»: "2030" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:StartInstances",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "Bool": { «"aws:ResourceTag/started"»: "true" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Bool": { "aws:SecureTransport": "true" }, "NumericLessThan": { "aws:EpochTime": "1893456000" },
          "StringEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/reader" },
          "ArnLike": { "aws:PrincipalTag/function": "arn:aws:lambda:*:*:function:*" } } } }`,
    },
  ],
  check(condition, { report }) {
    const { key, name, lookup, block } = condition;
    const { operator } = block;
    // Of claims AWS documents few.
    if (operator === undefined || (lookup?.kind !== 'global' && lookup?.kind !== 'service')) return;
    if (takesFamily(lookup.key, operator.family)) return;
    const instead = counterpart(operator, lookup.key.type);
    const advice = instead ?? `an operator such as ${counterparts[familyOf(lookup.key.type)].same}`;
    report({
      node: key,
      message: `${name} holds ${held[lookup.key.type]}, which ${operator.name} is not made for; use ${advice}.`,
      fixes: () => (instead === undefined ? [] : changeTo(condition, operator, instead)),
    });
  },
});

/** In the plural, for the message. */
const held: Readonly<Record<KeyType, string>> = {
  String: 'text',
  Numeric: 'a number',
  Date: 'a date',
  Bool: 'a truth value',
  Binary: 'bytes',
  IPAddress: 'an IP address',
  ARN: 'an ARN',
  Null: 'nothing but its presence',
};

/** The operator of each family that asks for the same value, and that for another. */
const counterparts: Readonly<Record<OperatorFamily, { readonly same: string; readonly other?: string }>> = {
  String: { same: 'StringEquals', other: 'StringNotEquals' },
  Numeric: { same: 'NumericEquals', other: 'NumericNotEquals' },
  Date: { same: 'DateEquals', other: 'DateNotEquals' },
  Bool: { same: 'Bool' },
  Binary: { same: 'BinaryEquals' },
  IpAddress: { same: 'IpAddress', other: 'NotIpAddress' },
  Arn: { same: 'ArnLike', other: 'ArnNotLike' },
  Null: { same: 'Null' },
};

function familyOf(type: KeyType): OperatorFamily {
  return familiesFor[type][0] ?? 'String';
}

/** The operator that does the same for another type; undefined where that type has none. */
function counterpart({ name, negated }: ConditionOperator, type: KeyType): string | undefined {
  const family = familyOf(type);
  const [compares] = /(?:LessThan|GreaterThan)(?:Equals)?$/.exec(name) ?? [];
  if (compares !== undefined)
    return family === 'Numeric' || family === 'Date' ? `${family}${compares}` : undefined;
  return negated ? counterparts[family].other : counterparts[family].same;
}

/** Only where it can compare with the values. */
function changeTo(condition: CheckedCondition, operator: ConditionOperator, name: string): Fix[] {
  const family =
    condition.lookup !== undefined && 'key' in condition.lookup && familyOf(condition.lookup.key.type);
  const texts = condition.values.map(textOf);
  if (!family || texts.some((text) => text === undefined || !suitsFamily(text, family))) return [];
  if (family === 'Bool' && texts.length > 1) return [];
  const text = operatorText({ ...operator, name });
  return fixWith(`Change to ${text}`, changeCondition(condition.statement, condition, { operator: text }));
}
