import { literalOf } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { isToldWeakly, servicesAllowed, sourceKeyList } from './serviceSource.ts';
import { addSource } from './sourceFixes.ts';

export const recommendedConditionKeyForServicePrincipal = defineCheck({
  code: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  severity: 'SUGGESTION',
  types: ['resource'],
  element: 'condition',
  what: 'Access of a service is restricted by a condition key that does not tell for whose resources it acts.',
  why: 'The address, the headers and the principal of a service are the same for all of its customers, or may be set by any of them.',
  fix: 'Test aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths instead.',
  source: analyzerPage('RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', 'SUGGESTION'),
  bad: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
        "Condition": { "IpAddress": { «"aws:SourceIp"»: "203.0.113.0/24" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": ["cloudtrail.amazonaws.com"], "AWS": "111122223333" }, "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { «"AWS:principalaccount"»: "111122223333",
          "s3:x-amz-acl": "bucket-owner-full-control" } } } }`,
    },
  ],
  good: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
        "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" },
          "Bool": { "aws:SecureTransport": "true" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } } } }`,
    },
  ],
  check(condition, context) {
    const { key, name, statement } = condition;
    const [first] = servicesAllowed(statement);
    if (first === undefined || !isToldWeakly(condition)) return;
    context.report({
      node: key,
      message: `${name} does not tell for whose resources ${literalOf(first.node) ?? 'the service'} acts (the confused deputy problem); test ${sourceKeyList} instead.`,
      fixes: () => addSource(statement, context),
      related: [first.node],
    });
  },
});
