import type { Catalog } from '../../catalog/catalog.ts';
import { findConditionKey } from '../../catalog/findConditionKey.ts';
import { nearestNames } from '../../catalog/nearestNames.ts';
import { operatorRules, parseOperator, type SetOperator } from '../../policy/conditionOperator.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, type CheckedElements, everyType, type Fix } from '../check.ts';
import { changeOperator } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { didYouMean } from './didYouMean.ts';
import { suitsKey } from './operatorTypes.ts';

const sets: readonly SetOperator[] = ['ForAllValues', 'ForAnyValue'];
const names = operatorRules.map((rule) => rule.name);

export const invalidConditionOperator = defineCheck({
  code: 'INVALID_CONDITION_OPERATOR',
  severity: 'ERROR',
  types: everyType,
  element: 'operator',
  what: 'The name is no condition operator.',
  why: 'IAM refuses a policy with an operator it does not know.',
  fix: 'Write one of the condition operators, with ForAllValues: or ForAnyValue: before it and IfExists behind it where they are meant.',
  source: analyzerPage('INVALID_CONDITION_OPERATOR', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { «"StringEqual"»: { "aws:PrincipalTag/team": "blue" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "Bool": { "aws:SecureTransport": "true" }, «"ForAllValue:StringEquals"»: { "aws:TagKeys": "team" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { «"DateBefore"»: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole",
        "Condition": { «"StringEqualsIfExist"»: { "sts:ExternalId": "example-id" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "stringequals": { "aws:PrincipalTag/team": "blue" }, "ForAnyValue:StringLikeIfExists": { "aws:PrincipalOrgPaths": "o-exampleorg1/r-ab12/*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "Null": { "aws:PrincipalTag/team": "false" }, "DateLessThan": { "aws:CurrentTime": "2030-01-01T00:00:00Z" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "ForAnyValue:Stringlike": { "aws:PrincipalOrgPaths": "o-exampleorg1/r-ab12/*" } } } }`,
    },
  ],
  check(block, { catalog, report }) {
    const { key, operator, value } = block;
    const text = literalOf(key);
    // A condition key in the place of an operator: the value is no object, and that is reported.
    const misplaced = value !== undefined && value.kind !== 'object' && value.kind !== 'unknown';
    if (operator !== undefined || text === undefined || misplaced) return;
    const near = nearestOperators(text);
    report({
      node: key,
      message: `${text || 'An empty string'} is no condition operator, so IAM refuses the policy; ${didYouMean(near, 'use one such as StringEquals.')}`,
      fixes: () => changeToSuiting(block, near, catalog),
    });
  },
});

/** Only operators that are made for the keys they would compare. */
function changeToSuiting(
  { statement, ...block }: CheckedElements['operator'],
  names: readonly string[],
  catalog: Catalog,
): Fix[] {
  const keys = block.conditions.map(({ key }) => findConditionKey(catalog, literalOf(key) ?? ''));
  return names.flatMap((name) => {
    const operator = parseOperator(name);
    const suits = operator !== undefined && keys.every((key) => !('key' in key) || suitsKey(operator, key));
    return suits ? fixWith(`Change to ${name}`, changeOperator(statement, block, name)) : [];
  });
}

/** Each part is looked for by itself, so that `ForAllValue:StringEqual` finds `ForAllValues:StringEquals`. */
function nearestOperators(text: string): readonly string[] {
  const colon = text.indexOf(':');
  const set = colon < 0 ? undefined : nearestNames(text.slice(0, colon), sets, 1)[0];
  if (colon >= 0 && set === undefined) return [];
  const rest = text.slice(colon + 1);
  const suffix = /ifexists?$/i.exec(rest)?.[0] ?? '';
  const name = rest.slice(0, rest.length - suffix.length);
  return nearestNames(name, names, 3).map(
    (near) => `${set === undefined ? '' : `${set}:`}${near}${suffix === '' ? '' : 'IfExists'}`,
  );
}
