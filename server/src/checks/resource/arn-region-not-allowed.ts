import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeField } from './arnFixes.ts';
import { documentedAs, isOpen, wholeArn } from './arnPatterns.ts';

export const arnRegionNotAllowed = defineCheck({
  code: 'ARN_REGION_NOT_ALLOWED',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'The ARN names a Region, but ARNs of such resources have none.',
  why: 'The resource’s own ARN leaves the Region empty, so this one matches nothing.',
  fix: 'Take the Region out and keep the colons around it.',
  source: analyzerPage('ARN_REGION_NOT_ALLOWED', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "iam:GetRole", "Resource": "arn:aws:iam:«us-east-1»:111122223333:role/orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": ["arn:aws:s3:«us-east-1»::amzn-s3-demo-bucket/*"] } }`,
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
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "dynamodb:GetItem",
        "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "waf:GetWebACL",
        "Resource": "arn:aws:waf:*:111122223333:webacl/1234" } }`,
    },
  ],
  check(element, context) {
    const { node, arn } = element;
    const whole = wholeArn(arn);
    // AWS takes a wildcard here: it matches the empty field too.
    if (whole === undefined || whole.region.text === '' || isOpen(whole.region.text)) return;
    if (!documentedAs(context.catalog, whole, ({ region }) => region === '')) return;
    const { region, service } = whole;
    context.report({
      node,
      span: spanWithin(node, region.from, region.to),
      message: `ARNs of such ${service.text} resources have no Region, so one with ${region.text} matches nothing; leave the field empty.`,
      fixes: () => changeField(element, 'region', [''], context, () => 'Remove the Region'),
    });
  },
});
