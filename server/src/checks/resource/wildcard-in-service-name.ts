import { hasWildcard, matchesPattern } from '../../policy/wildcard.ts';
import { spanWithin } from '../../syntax/node.ts';
import { analyzerPage, identityTypes, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeResource } from '../entryFixes.ts';
import { isSoundArn, withFields } from './arnFixes.ts';
import { wholeArn } from './arnPatterns.ts';
import { servicesOf } from './nameToArn.ts';

export const wildcardInServiceName = defineCheck({
  code: 'WILDCARD_IN_SERVICE_NAME',
  severity: 'SUGGESTION',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'A wildcard stands in the name of the service of an ARN.',
  why: 'It matches every service with a name like it, those that AWS adds later included; and in identity-based policies IAM refuses it.',
  fix: 'Write the services out, one ARN each.',
  source: analyzerPage('WILDCARD_IN_SERVICE_NAME', 'SUGGESTION'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "codebuild:BatchGetProjects", "Resource": "arn:aws:«*code*»::111122223333:*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "sqs:DeleteQueue", "NotResource": ["arn:aws:sqs:us-east-1:111122223333:orders", "arn:aws:«s?s»:us-east-1:111122223333:bills"] } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Action": "s3:DeleteBucket", "Resource": "arn:aws:«*»:*:*:*" } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:Get*", "Resource": "arn:aws:s3:::*-demo-bucket/*" } }`,
    },
    {
      type: 'scp',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "*:*", "Resource": "*" } }`,
    },
  ],
  check(element, { catalog, policy, report }) {
    const { node, arn, statement } = element;
    const service = wholeArn(arn)?.service;
    if (service === undefined || !hasWildcard(service.text)) return;
    report({
      node,
      span: spanWithin(node, service.from, service.to),
      message: identityTypes.includes(policy.kind.type)
        ? `${service.text} stands for every service with such a name, which IAM refuses in an identity-based policy; write the services out.`
        : `${service.text} stands for every service with such a name, also those AWS adds later; write the services out.`,
      fixes: () => {
        const services = servicesOf(statement, catalog).filter((prefix) =>
          matchesPattern(prefix, service.text),
        );
        const arns = services.map((prefix) => withFields(element, { service: prefix }));
        const sound = arns.length > 0 && arns.every((one) => isSoundArn(catalog, one));
        return sound ? [changeResource(node, arns)] : [];
      },
    });
  },
});
