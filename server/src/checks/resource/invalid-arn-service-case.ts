import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeResource } from '../entryFixes.ts';
import { withFields } from './arnFixes.ts';
import { isArnService, isOpen, wholeArn } from './arnPatterns.ts';

export const invalidArnServiceCase = defineCheck({
  code: 'INVALID_ARN_SERVICE_CASE',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'The service in the ARN has capital letters.',
  why: 'Unlike actions, ARNs are compared with letter case, so this one matches no resource.',
  fix: 'Write the service in lower case.',
  source: analyzerPage('INVALID_ARN_SERVICE_CASE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "sns:Publish", "Resource": "arn:aws:«SNS»:us-east-1:111122223333:orders" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "dynamodb:DeleteTable",
        "Resource": ["arn:aws:«DynamoDB»:*:*:table/orders"] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "SNS:Publish", "Resource": "arn:aws:sns:us-east-1:111122223333:Orders" } }`,
    },
  ],
  check(element, { catalog, report }) {
    const { node, arn } = element;
    const service = wholeArn(arn)?.service;
    if (service === undefined || isOpen(service.text)) return;
    const lower = service.text.toLowerCase();
    if (lower === service.text || !isArnService(catalog, lower)) return;
    report({
      node,
      span: spanWithin(node, service.from, service.to),
      message: `ARNs name the service ${lower} in lower case, so ${service.text} matches no resource; write ${lower}.`,
      fixes: () => [
        changeResource(node, [withFields(element, { service: lower })], {
          title: `Change the service to ${lower}`,
          safe: true,
        }),
      ],
    });
  },
});
