import { isAccountId } from '../../policy/arn.ts';
import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeField } from './arnFixes.ts';
import { documentedAs, wholeArn } from './arnPatterns.ts';

export const arnAccountNotAllowed = defineCheck({
  code: 'ARN_ACCOUNT_NOT_ALLOWED',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'The ARN names an account, but ARNs of such resources have none.',
  why: 'The resource’s own ARN leaves the account empty, so this one matches nothing.',
  fix: 'Take the account out and keep the colons around it; restrict the account with the condition key aws:ResourceAccount.',
  source: analyzerPage('ARN_ACCOUNT_NOT_ALLOWED', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3::«111122223333»:amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "apigateway:GET",
        "Resource": ["arn:aws:apigateway:us-east-1:«111122223333»:/restapis/*"] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:us-east-1:111122223333:accesspoint/orders/object/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:*:*:amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check(element, context) {
    const { node, arn } = element;
    const whole = wholeArn(arn);
    // AWS takes a wildcard here: it matches the empty field too.
    if (whole === undefined || !isAccountId(whole.account.text)) return;
    if (!documentedAs(context.catalog, whole, ({ account }) => account === '')) return;
    const { account, service } = whole;
    context.report({
      node,
      span: spanWithin(node, account.from, account.to),
      message: `ARNs of such ${service.text} resources have no account, so one with ${account.text} matches nothing; leave the field empty.`,
      fixes: () => changeField(element, 'account', [''], context, () => 'Remove the account'),
    });
  },
});
