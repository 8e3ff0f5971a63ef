import { literalOf } from '../../syntax/node.ts';
import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { serviceSource, servicesAllowed, sourceKeyList } from './serviceSource.ts';
import { addSource } from './sourceFixes.ts';

/**
 * Not of trust policies: reports on ordinary service roles, such as that of Amazon EC2, are without this finding,
 * and many services assume a role without naming a source.
 */
export const restrictAccessToServicePrincipal = defineCheck({
  code: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  severity: 'SECURITY_WARNING',
  types: ['resource'],
  element: 'statement',
  what: 'A resource-based policy gives a service access without saying for whose resources it may act.',
  why: 'The service acts for many customers, and one of them can have it reach your resource (the confused deputy problem).',
  fix: 'Test aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths, without IfExists.',
  source: analyzerPage('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'resource',
      owner: 'AWS::S3::Bucket',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": «"logging.s3.amazonaws.com"» }, "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "111122223333", "Service": [«"cloudtrail.amazonaws.com"», "config.amazonaws.com"] },
        "Action": "s3:PutObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": «"sns.amazonaws.com"» }, "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
        "Condition": { "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" } } } }`,
    },
  ],
  good: [
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
        "Condition": { "ArnLike": { "AWS:sourcearn": "arn:aws:sns:us-east-1:111122223333:orders" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-exampleorg1/r-ab12/*" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
        "Resource": "*",
        "Condition": { "ArnEquals": { "kms:EncryptionContext:aws:logs:arn":
          "arn:aws:logs:us-east-1:111122223333:log-group:orders" } } } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage",
          "Resource": "arn:aws:sqs:us-east-1:111122223333:orders" },
        { "Effect": "Deny", "Principal": "*", "Action": "sqs:SendMessage",
          "Resource": "arn:aws:sqs:us-east-1:111122223333:orders",
          "Condition": { "StringNotEquals": { "aws:SourceAccount": "111122223333" } } }] }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-1:111122223333:orders" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }`,
    },
  ],
  check(statement, context) {
    const [first, ...others] = servicesAllowed(statement);
    if (first === undefined || serviceSource(statement) !== 'not told') return;
    context.report({
      node: first.node,
      message: `${literalOf(first.node) ?? 'The service'} may use this for any of its customers, as no condition says for whose resources it acts (the confused deputy problem); add ${sourceKeyList}, without IfExists.`,
      fixes: () => addSource(statement, context),
      related: others.map(({ node }) => node),
    });
  },
});
