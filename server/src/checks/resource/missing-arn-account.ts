import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeField, likelyAccounts } from './arnFixes.ts';
import { documentedAs, wholeArn } from './arnPatterns.ts';

/**
 * Services whose resources all belong to a customer's account. Elsewhere AWS has resources of its own without an
 * account, which the documentation does not tell apart, such as `arn:aws:ssm:us-east-1::document/AWS-RunShellScript`
 * and `arn:aws:securityhub:us-east-1::product/aws/securityhub`.
 */
const ownedByAccounts: ReadonlySet<string> = new Set([
  'acm',
  'cloudfront',
  'cloudtrail',
  'codebuild',
  'codecommit',
  'codepipeline',
  'cognito-identity',
  'cognito-idp',
  'dynamodb',
  'ecr',
  'ecs',
  'eks',
  'elasticfilesystem',
  'elasticloadbalancing',
  'es',
  'firehose',
  'iam',
  'kinesis',
  'lambda',
  'logs',
  'secretsmanager',
  'sns',
  'sqs',
  'states',
  'sts',
]);

export const missingArnAccount = defineCheck({
  code: 'MISSING_ARN_ACCOUNT',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'The ARN names no account, but ARNs of such resources have one.',
  why: 'An empty field matches only an empty field, so the ARN matches nothing.',
  fix: 'Write the twelve digits of the account, or * for all.',
  source: analyzerPage('MISSING_ARN_ACCOUNT', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "iam:GetRole", "Resource": «"arn:aws:iam:::role/orders"» } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sqs:SendMessage",
        "Resource": [«"arn:aws:sqs:us-east-1::orders"»] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ssm:SendCommand",
        "Resource": "arn:aws:ssm:us-east-1::document/AWS-RunShellScript" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }`,
    },
  ],
  check(element, context) {
    const { node, arn } = element;
    const { catalog, report } = context;
    const whole = wholeArn(arn);
    if (whole?.account.text !== '' || !ownedByAccounts.has(whole.service.text)) return;
    if (!documentedAs(catalog, whole, ({ account }) => account !== '')) return;
    // Where the Region is missing as well, MISSING_ARN_REGION speaks.
    if (whole.region.text === '' && documentedAs(catalog, whole, ({ region }) => region !== '')) return;
    report({
      node,
      message: `ARNs of ${whole.service.text} name an account, so this one without matches nothing; write the account's twelve digits or * between the fourth and fifth colon.`,
      fixes: () => changeField(element, 'account', likelyAccounts(context), context),
    });
  },
});
