import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { resourceTagConditions, tagTypes } from './resourceTagConditions.ts';

export const denyNotactionWithUnsupportedTagConditionKeyForService = defineCheck({
  code: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  severity: 'SECURITY_WARNING',
  types: tagTypes,
  element: 'statement',
  what: 'A statement with NotAction denies actions if the resource has a tag.',
  why: 'AWS sends no tags with many of the actions that NotAction leaves in, so these are never denied.',
  fix: 'List the actions to deny in Action instead.',
  source: analyzerPage('DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "NotAction": «"ec2:Describe*"»,
        "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/status": "Confidential" } } } }`,
    },
  ],
  good: [
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "NotAction": "ec2:Describe*",
        "Resource": "*", "Condition": { "StringNotEquals": { "aws:ResourceTag/team": "orders" } } } }`,
    },
  ],
  check(statement, { report }) {
    const conditions = resourceTagConditions(statement, 'Deny', 'NotAction');
    const node = statement.action?.value;
    const [first] = conditions;
    if (node === undefined || first === undefined) return;
    report({
      node,
      related: conditions.map(({ key }) => key),
      message: `Many actions that NotAction leaves in never send ${first.name}, so they are not denied; list the actions to deny in Action.`,
    });
  },
});
