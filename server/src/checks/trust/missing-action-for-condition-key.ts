import type { Catalog } from '../../catalog/catalog.ts';
import { findAction } from '../../catalog/findAction.ts';
import { findConditionKey } from '../../catalog/findConditionKey.ts';
import type { Statement } from '../../policy/model.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import { analyzerPage } from '../check.ts';
import { isKeyOfAction } from '../condition/actionKeys.ts';
import { defineCheck } from '../defineCheck.ts';
import { addListed, fixWith } from '../listFixes.ts';
import { splitStatement, statementJson } from '../splitStatement.ts';
import { includesAction } from './includesAction.ts';

/** The permission without which a caller cannot set the key, which is in lower case or, ending in `/`, its start. */
const setBy: readonly (readonly [key: string, action: string])[] = [
  ['sts:sourceidentity', 'sts:SetSourceIdentity'],
  ['sts:transitivetagkeys', 'sts:TagSession'],
  ['aws:tagkeys', 'sts:TagSession'],
  ['aws:requesttag/', 'sts:TagSession'],
  ['sts:requestcontextproviders', 'sts:SetContext'],
  ['sts:requestcontext/', 'sts:SetContext'],
];

const assumes = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];

export const missingActionForConditionKey = defineCheck({
  code: 'MISSING_ACTION_FOR_CONDITION_KEY',
  severity: 'ERROR',
  types: ['trust'],
  element: 'condition',
  what: 'A condition asks for something that the caller may not set, because the action for it is not allowed.',
  why: 'STS refuses a source identity, session tags and context unless the trust policy allows the action for them, so the role cannot be assumed.',
  fix: 'Add sts:SetSourceIdentity, sts:TagSession or sts:SetContext to the actions.',
  source: analyzerPage('MISSING_ACTION_FOR_CONDITION_KEY', 'ERROR'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { «"sts:SourceIdentity"»: "alice" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
        "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"],
        "Condition": { "StringLike": { «"aws:RequestTag/project"»: "blue-*" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "STS:assumerole",
        "Condition": { "ForAllValues:StringEquals": { «"sts:transitivetagkeys"»: ["project"] },
          "ForAnyValue:StringEquals": { «"aws:TagKeys"»: ["project"] } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "sts:AssumeRole",
        "Condition": { "Null": { «"sts:SourceIdentity"»: "false" } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "sts:*",
        "Condition": { "StringEquals": { "sts:SourceIdentity": "alice" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
        "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"],
        "Condition": { "StringEquals": { "sts:SourceIdentity": "alice" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
          "Action": "sts:AssumeRole", "Condition": { "StringLike": { "aws:RequestTag/project": "blue-*" } } },
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
          "Action": "sts:TagSession", "Condition": { "StringEquals": { "aws:RequestTag/project": ["blue"] } } }] }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "sts:AssumeRole",
        "Condition": { "Null": { "sts:SourceIdentity": "true" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" },
        { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole",
          "Condition": { "Null": { "sts:SourceIdentity": "false" } } }] }`,
    },
  ],
  check({ key, name, block, values, statement }, { catalog, report }) {
    const lower = name?.toLowerCase();
    if (lower === undefined || statement.effect?.allows !== 'Allow') return;
    if (block.operator === undefined) return;
    // Null may ask that nothing was set, which needs no action.
    if (block.operator.family === 'Null' && !values.every(isFalse)) return;
    const action = setBy.find(([set]) => (set.endsWith('/') ? lower.startsWith(set) : lower === set))?.[1];
    if (action === undefined || !assumes.some((one) => includesAction(statement, one) === 'yes')) return;
    // AWS's own examples allow the action in a statement beside the one that asks for the tags.
    const allowed = statement.policy.statements.some(
      (one) => one.effect?.allows !== 'Deny' && includesAction(one, action.toLowerCase()) !== 'no',
    );
    if (allowed) return;
    report({
      node: key,
      message: `Callers can set ${name} only where ${action} is allowed as well, which this policy does not do; add ${action} to the actions.`,
      fixes: () => fixWith(`Add ${action}`, allow(statement, action, catalog)),
      ...(statement.action?.value && { related: [statement.action.value] }),
    });
  },
});

function isFalse(value: Node): boolean {
  return value.kind === 'boolean' ? !value.value : literalOf(value)?.toLowerCase() === 'false';
}

/** Beside the other actions, or in a statement of its own where the conditions are none of the action's. */
function allow(statement: Statement, action: string, catalog: Catalog): TreeEdit[] {
  const { node, principal, condition } = statement;
  const known = findAction(catalog, 'sts', action.replace(/^sts:/, ''));
  const suits = (condition?.operators ?? []).every(({ conditions }) =>
    conditions.every(({ key }) => {
      const lookup = findConditionKey(catalog, literalOf(key) ?? '');
      if (lookup.kind !== 'service' && lookup.kind !== 'provider') return true;
      return known !== undefined && isKeyOfAction(known, lookup.key, 'sts', catalog);
    }),
  );
  if (suits) return addListed(statement.action?.value, [action]);
  const json = statementJson(statement);
  const who = principal && json?.[principal.name];
  if (json === undefined || principal === undefined || who === undefined) return [];
  const own = { Effect: 'Allow', [principal.name]: who, Action: action };
  if (node.parent?.kind === 'array')
    return [{ edit: 'addItem', array: node.parent, value: own, after: node }];
  return splitStatement(statement, [json, own]);
}
