import { nearestServices } from '../../catalog/nearestServices.ts';
import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeField } from './arnFixes.ts';
import { isArnService, isOpen, wholeArn } from './arnPatterns.ts';
import { servicesOf } from './nameToArn.ts';

export const invalidService = defineCheck({
  code: 'INVALID_SERVICE',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'AWS has no service of the name in the ARN.',
  why: 'No resource has such an ARN, so the statement matches none; IAM refuses ARNs without a service.',
  fix: 'Write the service as its ARNs name it, which is mostly the prefix of its actions.',
  source: analyzerPage('INVALID_SERVICE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "dynamodb:GetItem",
        "Resource": "arn:aws:«dynamo»:us-east-1:111122223333:table/orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": «"arn:aws::::amzn-s3-demo-bucket/*"» } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "servicecatalog:DescribePortfolio",
        "Resource": "arn:aws:catalog:us-east-1:111122223333:portfolio/port-abc" } }`,
    },
  ],
  check(element, context) {
    const { node, arn, statement } = element;
    const { catalog, report } = context;
    const service = wholeArn(arn)?.service;
    if (service === undefined || isOpen(service.text)) return;
    if (service.text === '') {
      report({
        node,
        message: 'The ARN names no service, so IAM refuses it; write one such as s3.',
        fixes: () => changeField(element, 'service', servicesOf(statement, catalog), context),
      });
      return;
    }
    if (isArnService(catalog, service.text.toLowerCase())) return;
    const near = nearestServices(catalog, service.text);
    const advice =
      near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'write the service as its ARNs name it.';
    report({
      node,
      span: spanWithin(node, service.from, service.to),
      message: `AWS has no service ${service.text}, so no resource has this ARN; ${advice}`,
      fixes: () => changeField(element, 'service', near, context),
    });
  },
});
