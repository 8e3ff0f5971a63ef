import { arnParts } from '../../policy/arn.ts';
import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeToSoundArns, withFields } from './arnFixes.ts';
import { wholeArn } from './arnPatterns.ts';
import { isOfNoResource } from './isOfNoResource.ts';
import { nameToArn } from './nameToArn.ts';
import { retypedResources } from './retypedResources.ts';
import { writtenArns } from './writtenArns.ts';

export const invalidArnResource = defineCheck({
  code: 'INVALID_ARN_RESOURCE',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'The last part of the ARN does not look like that of any resource of the service.',
  why: 'No resource of the service has such an ARN, so the statement matches none.',
  fix: 'Write the resource as the service authorization reference shows it, mostly with its type in front, such as table/name.',
  source: analyzerPage('INVALID_ARN_RESOURCE', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "dynamodb:GetItem",
        "Resource": "arn:aws:dynamodb:us-east-1:111122223333:«orders»" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:GetRole",
        "Resource": ["arn:aws:iam::111122223333:«roles/orders»"] } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "bedrock-agentcore:GetMemory",
        "Resource": "arn:aws:bedrock-agentcore:us-east-1:111122223333:«?»" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "acm-pca:IssueCertificate",
        "Resource": "arn:aws:acm-pca:::«template/EndEntityCertificate/V1»" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "states:StartExecution",
        "Resource": "arn:aws:states:us-east-1:111122223333:statemachine:orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "cloudformation:DescribeStacks",
        "Resource": "arn:aws:cloudformation:us-east-1:111122223333:stack/orders" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "apigateway:GET",
        "Resource": "arn:aws:apigateway:us-east-1::/v2/apis" } }`,
    },
  ],
  check(element, { catalog, report }) {
    const { node, arn, statement } = element;
    const whole = wholeArn(arn);
    if (whole === undefined || !isOfNoResource(catalog, whole)) return;
    const { resource, service } = whole;
    report({
      node,
      span: spanWithin(node, resource.from, resource.to),
      message: `No ${service.text} resource has an ARN that ends in ${resource.text}; write it as in ${writtenArns(catalog, whole)}.`,
      fixes: () => {
        const arns = retypedResources(catalog, whole).map((text) => withFields(element, { resource: text }));
        const retyped = changeToSoundArns(element, arns, catalog);
        if (retyped.length > 0) return retyped;
        const named = nameToArn(resource.text, statement, catalog, whole.partition.text);
        const texts = named.map((text) => arnParts(text)[5]?.text ?? '');
        return changeToSoundArns(
          element,
          texts.map((text) => withFields(element, { resource: text })),
          catalog,
        );
      },
    });
  },
});
