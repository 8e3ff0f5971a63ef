import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeToSoundArns, likelyAccounts, withFields } from './arnFixes.ts';
import { documentedAs, wholeArn } from './arnPatterns.ts';
import { isOfNoResource } from './isOfNoResource.ts';

export const missingArnRegion = defineCheck({
  code: 'MISSING_ARN_REGION',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'The ARN names no Region, but ARNs of such resources have one.',
  why: 'An empty field matches only an empty field, so the ARN matches nothing.',
  fix: 'Write the Region, or * for all.',
  source: analyzerPage('MISSING_ARN_REGION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "sqs:SendMessage", "Resource": «"arn:aws:sqs::111122223333:orders"» } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "dynamodb:GetItem",
        "Resource": [«"arn:aws:dynamodb:::table/orders"»] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:111122223333:orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "cloudfront:GetDistribution",
        "Resource": "arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE" } }`,
    },
  ],
  check(element, context) {
    const { node, arn } = element;
    const { catalog, report } = context;
    const whole = wholeArn(arn);
    if (whole?.region.text !== '') return;
    if (!documentedAs(catalog, whole, ({ region }) => region !== '')) return;
    // INVALID_ARN_RESOURCE shows whole ARNs, with their Region.
    if (isOfNoResource(catalog, whole)) return;
    report({
      node,
      message: `ARNs of ${whole.service.text} name a Region, so this one without matches nothing; write the Region or * between the third and fourth colon.`,
      fixes: () => {
        const accounts = whole.account.text === '' ? ['', ...likelyAccounts(context)] : [whole.account.text];
        const arns = accounts.map((account) => withFields(element, { region: '*', account }));
        return changeToSoundArns(element, arns, catalog);
      },
    });
  },
});
