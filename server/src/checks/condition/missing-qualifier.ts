import type { ConditionOperator } from '../../policy/conditionOperator.ts';
import { analyzerPage, type CheckedCondition, everyType, type Fix } from '../check.ts';
import { changeCondition, operatorText } from '../conditionFixes.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';

export const missingQualifier = defineCheck({
  code: 'MISSING_QUALIFIER',
  severity: 'ERROR',
  types: everyType,
  element: 'condition',
  what: 'A condition key with many values in a request is tested without ForAllValues or ForAnyValue.',
  why: 'The operator alone compares one value, so with several in the request the condition does not do what it says.',
  fix: 'Put ForAnyValue: before the operator where one value is enough, ForAllValues: where all must do.',
  source: analyzerPage('MISSING_QUALIFIER', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "StringEquals": { «"aws:TagKeys"»: ["team", "stage"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringLike": { «"aws:PrincipalOrgPaths"»: "o-exampleorg1/r-ab12/*" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "dynamodb:GetItem",
        "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
        "Condition": { "StringEqualsIfExists": { «"dynamodb:LeadingKeys"»: "blue" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "StringEquals": { "aws:PrincipalTag/team": "blue", «"aws:TagKeys"»: "stage" },
          "ForAnyValue:StringEquals": { "aws:CalledVia": "cloudformation.amazonaws.com" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:CreateTags",
        "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
        "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "stage"] }, "Null": { "aws:TagKeys": "false" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-exampleorg1/r-ab12/*" } } } }`,
    },
  ],
  check(condition, { report }) {
    const { key, name, lookup, block } = condition;
    const { operator } = block;
    if (operator === undefined || operator.set !== undefined || operator.family === 'Null') return;
    if (lookup === undefined || !('key' in lookup) || !lookup.key.multivalued) return;
    report({
      node: key,
      message: `${name} has several values in a request, which ${operator.name} alone does not test; write ForAnyValue:${operator.name} or ForAllValues:${operator.name}.`,
      fixes: () => qualify(condition, operator),
    });
  },
});

function qualify(condition: CheckedCondition, operator: ConditionOperator): Fix[] {
  const sets = mostlyAll(condition, operator)
    ? (['ForAllValues', 'ForAnyValue'] as const)
    : (['ForAnyValue', 'ForAllValues'] as const);
  return sets.flatMap((set) => {
    const text = operatorText({ ...operator, set });
    return fixWith(`Change to ${text}`, changeCondition(condition.statement, condition, { operator: text }));
  });
}

/** What an Allow names is mostly all that may be there: of the keys of tags, and of what must not be there. */
function mostlyAll({ name, statement }: CheckedCondition, { negated }: ConditionOperator): boolean {
  return statement.effect?.allows === 'Allow' && (negated || name?.toLowerCase() === 'aws:tagkeys');
}
