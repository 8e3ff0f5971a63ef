import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { resourceTagConditions, tagTypes } from './resourceTagConditions.ts';

export const allowNotactionWithUnsupportedTagConditionKeyForService = defineCheck({
  code: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  severity: 'SUGGESTION',
  types: tagTypes,
  element: 'statement',
  what: 'A statement with NotAction allows actions if the resource has a tag.',
  why: 'AWS sends no tags with many of the actions that NotAction leaves in, so these are never allowed.',
  fix: 'List the actions in Action instead.',
  source: analyzerPage('ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "NotAction": «["iam:*", "organizations:*"]»,
        "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "orders" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "NotAction": ["iam:*", "organizations:*"],
        "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/team": "orders" } } } }`,
    },
  ],
  check(statement, { report }) {
    const conditions = resourceTagConditions(statement, 'Allow', 'NotAction');
    const node = statement.action?.value;
    const [first] = conditions;
    if (node === undefined || first === undefined) return;
    report({
      node,
      related: conditions.map(({ key }) => key),
      message: `Many actions that NotAction leaves in never send ${first.name}, so they are not allowed; list the actions that send it in Action.`,
    });
  },
});
