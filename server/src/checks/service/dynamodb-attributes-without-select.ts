import { expandAction } from '../../access/expandAction.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { findConditionKey } from '../../catalog/findConditionKey.ts';
import type { ConditionElement, ConditionEntry, Statement } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, type Fix, resourceTypes } from '../check.ts';
import { addCondition } from '../commonFixes.ts';
import { isKeyOfAction } from '../condition/actionKeys.ts';
import { defineCheck } from '../defineCheck.ts';
import { fixWith } from '../listFixes.ts';
import { isOpen, textOf } from '../trust/callerLimit.ts';
import { includesAction } from '../trust/includesAction.ts';

/** The actions that return attributes, which the service authorization reference lists with dynamodb:Select. */
const reads = ['getitem', 'batchgetitem', 'query', 'scan', 'partiqlselect'].map((name) => `dynamodb:${name}`);

/** Values of Select that return no attributes but those that were asked for. */
const narrow = new Set(['SPECIFIC_ATTRIBUTES', 'COUNT']);

export const dynamodbAttributesWithoutSelect = defineCheck({
  code: 'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
  severity: 'SECURITY_WARNING',
  types: resourceTypes,
  element: 'condition',
  what: 'Reading is limited to some attributes of a DynamoDB table, but requests need not say which they want.',
  why: 'DynamoDB compares the attributes that a request names, so one that names none gets all of them.',
  fix: 'Add "StringEquals": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } beside dynamodb:Attributes.',
  source: analyzerPage('DYNAMODB_ATTRIBUTES_WITHOUT_SELECT', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
        "Resource": "arn:aws:dynamodb:us-west-2:111122223333:table/GameScores",
        "Condition": {
          "ForAllValues:StringEquals": { «"dynamodb:Attributes"»: ["UserId", "TopScore"] },
          "StringEqualsIfExists": { "dynamodb:ReturnValues": "NONE" } } } }`,
    },
    {
      type: 'resource',
      owner: 'AWS::DynamoDB::Table',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" },
        "Action": "dynamodb:Query", "Resource": "arn:aws:dynamodb:us-west-2:111122223333:table/GameScores",
        "Condition": {
          "ForAllValues:StringLike": { «"DynamoDB:attributes"»: "Top*" },
          "StringEquals": { "dynamodb:Select": ["SPECIFIC_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "dynamodb:GetItem",
          "Resource": "arn:aws:dynamodb:us-west-2:111122223333:table/CustomerData" },
        { "Effect": "Deny", "Action": "dynamodb:GetItem",
          "Resource": "arn:aws:dynamodb:us-west-2:111122223333:table/CustomerData",
          "Condition": { "ForAnyValue:StringEquals": { «"dynamodb:Attributes"»: ["SSN"] } } }] }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "dynamodb:Query",
        "Resource": "arn:aws:dynamodb:us-west-2:111122223333:table/GameScores/index/TopScoreDateTimeIndex",
        "Condition": {
          "ForAllValues:StringEquals": { "dynamodb:Attributes": ["TopScoreDateTime", "GameTitle"] },
          "StringEquals": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["dynamodb:UpdateItem", "dynamodb:GetItem", "dynamodb:Scan"],
        "Resource": "arn:aws:dynamodb:us-west-2:111122223333:table/GameScores",
        "Condition": {
          "ForAllValues:StringEquals": { "dynamodb:Attributes": ["UserId", "TopScore"] },
          "StringEqualsIfExists": { "dynamodb:select": "SPECIFIC_ATTRIBUTES",
            "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "dynamodb:UpdateItem",
        "Resource": "arn:aws:dynamodb:us-west-2:111122223333:table/GameScores",
        "Condition": {
          "ForAllValues:StringNotLike": { "dynamodb:Attributes": ["FreeGamesAvailable"] },
          "StringEquals": { "dynamodb:ReturnValues": ["NONE", "UPDATED_NEW"] } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:Query"],
          "Resource": "arn:aws:dynamodb:us-west-2:111122223333:table/CustomerData" },
        { "Effect": "Deny", "Action": ["dynamodb:GetItem", "dynamodb:Query"],
          "Resource": "arn:aws:dynamodb:us-west-2:111122223333:table/CustomerData",
          "Condition": { "ForAnyValue:StringEquals": { "dynamodb:Attributes": ["SSN", "CreditCardNumber"] } } },
        { "Effect": "Deny", "Action": ["dynamodb:GetItem", "dynamodb:Query"],
          "Resource": "arn:aws:dynamodb:us-west-2:111122223333:table/CustomerData",
          "Condition": { "StringNotEqualsIfExists": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } } }] }`,
    },
  ],
  check({ key, name, block: { operator }, statement }, { catalog, report }) {
    if (name?.toLowerCase() !== 'dynamodb:attributes' || operator?.family !== 'String') return;
    if (!reads.some((action) => includesAction(statement, action) === 'yes')) return;
    if (limitsSelect(statement)) return;
    report({
      node: key,
      message: `A request that names no attributes passes ${name} and returns all of them; add "StringEquals": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } ${statement.effect?.allows === 'Deny' ? 'to what is allowed' : 'to the condition'}.`,
      fixes: () => askForSelect(statement, catalog),
    });
  },
});

/** With IfExists where an action is allowed whose requests have no Select. */
function askForSelect(statement: Statement, catalog: Catalog): Fix[] {
  if (statement.effect?.allows !== 'Allow') return [];
  const select = findConditionKey(catalog, 'dynamodb:Select');
  const always = (statement.action?.entries ?? [])
    .flatMap((entry) => expandAction(catalog, literalOf(entry) ?? ''))
    .every((action) => select.kind === 'service' && isKeyOfAction(action, select.key, 'dynamodb', catalog));
  const operator = always ? 'StringEquals' : 'StringEqualsIfExists';
  return fixWith(
    'Add a condition on dynamodb:Select',
    addCondition(statement, operator, 'dynamodb:Select', 'SPECIFIC_ATTRIBUTES'),
  );
}

/** As AWS's own examples do it: beside the attributes of an Allow statement, or by a Deny statement of its own. */
function limitsSelect({ effect, condition, policy }: Statement): boolean {
  if (condition !== undefined && isOpen(condition)) return true;
  if (effect?.allows === 'Allow' && condition !== undefined && testsSelect(condition, false)) return true;
  return policy.statements.some(
    (other) =>
      other.effect?.allows === 'Deny' && other.condition !== undefined && testsSelect(other.condition, true),
  );
}

/** Every read request has a Select, so that IfExists lets none through. */
function testsSelect({ operators }: ConditionElement, negated: boolean): boolean {
  return operators.some(
    ({ operator, conditions }) =>
      operator?.family === 'String' && operator.negated === negated && conditions.some(isNarrowSelect),
  );
}

function isNarrowSelect({ key, values }: ConditionEntry): boolean {
  if (literalOf(key)?.toLowerCase() !== 'dynamodb:select' || values.length === 0) return false;
  return values.every((value) => narrow.has(textOf(value)?.toUpperCase() ?? 'SPECIFIC_ATTRIBUTES'));
}
