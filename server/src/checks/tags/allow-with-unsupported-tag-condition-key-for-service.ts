import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { reportListedActions } from './reportListedActions.ts';
import { tagTypes } from './resourceTagConditions.ts';

export const allowWithUnsupportedTagConditionKeyForService = defineCheck({
  code: 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  severity: 'SUGGESTION',
  types: tagTypes,
  element: 'statement',
  what: 'A statement allows an action if the resource has a tag, and AWS sends no tags with that action.',
  why: 'The key is absent from every such request, so the statement never allows the action.',
  fix: 'Move the action to a statement without this condition, limited by ARNs.',
  source: analyzerPage('ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": ["logs:PutRetentionPolicy", «"logs:DescribeLogGroups"»],
        "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:*",
        "Condition": { "StringEquals": { "aws:ResourceTag/team": "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": «"logs:Describe*"»,
        "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:*",
        "Condition": { "StringLike": { "AWS:resourceTag/team": "orders*" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["logs:PutRetentionPolicy", "logs:CreateLogGroup"],
        "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:*",
        "Condition": { "StringEquals": { "aws:ResourceTag/team": "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "logs:DescribeLogGroups",
        "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:*",
        "Condition": { "StringEqualsIfExists": { "aws:ResourceTag/team": "orders" } } } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "bedrock:CreatePrompt",
        "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "orders" } } } }`,
    },
  ],
  check(statement, context) {
    reportListedActions(statement, 'Allow', context);
  },
});
