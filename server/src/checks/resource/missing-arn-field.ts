import { arnFields } from '../../policy/arn.ts';
import { analyzerPage, resourceTypes } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeToSoundArns } from './arnFixes.ts';
import { padArn } from './padArn.ts';

export const missingArnField = defineCheck({
  code: 'MISSING_ARN_FIELD',
  severity: 'ERROR',
  types: resourceTypes,
  element: 'resource',
  byTextAlone: true,
  what: 'The ARN has fewer than six fields.',
  why: 'IAM fills the missing fields with * in an identity-based policy, which may match more than is meant, and refuses the ARN in others.',
  fix: 'Write all six fields, arn:partition:service:region:account:resource; one that a service leaves empty keeps its colon.',
  source: analyzerPage('MISSING_ARN_FIELD', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": «"arn:aws:s3:amzn-s3-demo-bucket/*"» } }`,
    },
    {
      type: 'session',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "iam:GetRole", "Resource": [«"arn:aws:iam::*"»] } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Action": "logs:CreateLogStream",
        "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/orders:log-stream:*" } }`,
    },
  ],
  check({ text, node, arn }, context) {
    if (arn[0]?.text !== 'arn' || arn.length === arnFields.length) return;
    const missing = arnFields.slice(arn.length).join(', ');
    context.report({
      node,
      message: `The ARN ${text} has ${arn.length} of six fields and lacks ${missing}; write arn:partition:service:region:account:resource, leaving empty what the service does not use.`,
      fixes: () => changeToSoundArns({ node }, padArn(arn, context), context.catalog),
    });
  },
});
