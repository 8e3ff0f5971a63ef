import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { reportListedActions } from './reportListedActions.ts';
import { tagTypes } from './resourceTagConditions.ts';

export const denyWithUnsupportedTagConditionKeyForService = defineCheck({
  code: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  severity: 'SECURITY_WARNING',
  types: tagTypes,
  element: 'statement',
  what: 'A statement denies an action if the resource has a tag, and AWS sends no tags with that action.',
  why: 'The key is absent from every such request, so the statement never denies the action, whatever the tags.',
  fix: 'Deny the action in a statement without this condition, limited by ARNs; IfExists would deny it always.',
  source: analyzerPage('DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": ["route53resolver:DeleteResolverRule", «"route53:DeleteHostedZone"»], "Resource": "*",
        "Condition": { "StringEquals": { "aws:ResourceTag/status": "Confidential" } } } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": «"*"», "Resource": "*",
        "Condition": { "StringEquals": { "aws:ResourceTag/status": "Confidential" } } } }`,
    },
  ],
  good: [
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*",
        "Condition": { "StringNotEquals": { "aws:ResourceTag/team": "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "lambda:DeleteFunction", "Resource": "arn:aws:lambda:*:111122223333:function:*",
        "Condition": { "StringEquals": { "aws:ResourceTag/status": "Confidential" } } } }`,
    },
  ],
  check(statement, context) {
    reportListedActions(statement, 'Deny', context);
  },
});
