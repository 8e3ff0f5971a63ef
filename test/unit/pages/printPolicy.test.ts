import { expect, test } from 'vitest';
import { printPolicy } from '../../../server/src/pages/printPolicy.ts';

test('a policy is laid out as people do, its keys and scalars as they are written', () => {
  const text = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:L\\u0069st*"],
    "Resource":"*","Condition":{"Bool":{"aws:SecureTransport":true}}}]}`;
  expect(printPolicy(text)).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:Get*", "s3:L\\u0069st*"],
      "Resource": "*",
      "Condition": { "Bool": { "aws:SecureTransport": true } }
    }
  ]
}`);
});

test('a list too long for a line stands on several', () => {
  const actions = [
    'dynamodb:BatchGetItem',
    'dynamodb:ConditionCheckItem',
    'dynamodb:DescribeTable',
    'dynamodb:Query',
  ];
  expect(printPolicy(JSON.stringify({ Action: actions })).split('\n')).toHaveLength(8);
});

test('a text that is not JSON keeps its lines, less indented', () => {
  expect(printPolicy('{ "a": 1,\n        "b": [\n          2 }')).toBe('{ "a": 1,\n  "b": [\n    2 }');
});
