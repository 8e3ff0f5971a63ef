import { expect, test } from 'vitest';
import { statementSentence } from '../../../server/src/features/statementSentence.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { testCatalog } from '../../catalog.ts';

function sentence(statement: string): string | undefined {
  const [first] = readDocument(`{ "Version": "2012-10-17", "Statement": [${statement}] }`).policies;
  const one = first?.policy.statements[0];
  return one && statementSentence(one, testCatalog());
}

test.each([
  [
    '{ "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "lambda.amazonaws.com"] }, "Action": "sts:AssumeRole" }',
    'Allows Amazon EC2 and AWS Lambda to assume this role.',
  ],
  [
    `{ "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": ["sts:AssumeRole", "sts:TagSession"],
       "Condition": { "StringEquals": { "sts:ExternalId": "7F2A" }, "Bool": { "aws:MultiFactorAuthPresent": "true" } } }`,
    'Allows account 444455556666 to assume this role and tag the session when sts:ExternalId is 7F2A and aws:MultiFactorAuthPresent is true.',
  ],
  [
    '{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }',
    'Allows s3:GetObject and s3:PutObject on arn:aws:s3:::amzn-s3-demo-bucket/*.',
  ],
  [
    '{ "Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Condition": { "Null": { "aws:MultiFactorAuthAge": "true" } } }',
    'Denies every action but every action of AWS Identity and Access Management (IAM) on every resource when aws:MultiFactorAuthAge is absent.',
  ],
  [
    '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b", "Condition": { "NotIpAddress": { "aws:SourceIp": ["192.0.2.0/24", "203.0.113.0/24"] } } }',
    'Denies everyone every action of Amazon S3 on arn:aws:s3:::b when aws:SourceIp is outside 192.0.2.0/24 or 203.0.113.0/24.',
  ],
])('%s', (statement, expected) => {
  expect(sentence(statement)).toBe(expected);
});
