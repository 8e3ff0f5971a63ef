import { describe, expect, test } from 'vitest';
import { refactor, refactorOnly } from './refactor.ts';

const kind = 'refactor.rewrite.iamRoles.listForm';

function statement(elements: string): string {
  return `{
\t"Statement": [
\t\t{
\t\t\t"Effect": "Allow",
\t\t\t${elements}
\t\t}
\t]
}`;
}

test.each([
  ['"Ac«»tion": "s3:GetObject"', '"Action": ["s3:GetObject"]', 'Write Action as a list'],
  ['"NotAction": [\n"s3:Get«»Object"\n]', '"NotAction": "s3:GetObject"', 'Write NotAction without a list'],
  ['"Principal": { "AWS": "«»*" }', '"Principal": { "AWS": ["*"] }', 'Write AWS as a list'],
  [
    '"Resource": ["«»*"], "Action": "s3:*"',
    '"Resource": "*", "Action": "s3:*"',
    'Write Resource without a list',
  ],
  [
    '"Condition": { "Bool": { "aws:Secure«»Transport": true } }',
    '"Condition": { "Bool": { "aws:SecureTransport": [true] } }',
    'Write aws:SecureTransport as a list',
  ],
])('%s becomes %s', (before, after, title) => {
  const found = refactorOnly(kind, statement(before));
  expect(found.item.title).toBe(title);
  expect(found.after).toBe(statement(after));
});

test('Statement is written as a list, and without one', () => {
  const one = '{ "State«»ment": { "Effect": "Allow" } }';
  const list = '{ "Statement": [{ "Effect": "Allow" }] }';
  expect(refactorOnly(kind, one).after).toBe(list);
  expect(refactorOnly(kind, list.replace('Statement', '«Statement»')).after).toBe(one.replace('«»', ''));
});

test('a policy in a string keeps its escapes', () => {
  const policy = JSON.stringify({ Statement: [{ Action: 's3:ListBucket' }] });
  const marked = JSON.stringify({ Policy: policy }).replace('List', 'Li«»st');
  expect(JSON.parse(JSON.parse(refactorOnly(kind, marked).after).Policy)).toEqual({
    Statement: [{ Action: ['s3:ListBucket'] }],
  });
});

describe('it is not offered', () => {
  test.each([
    '"Action": ["s3:«»*", "sqs:*"]',
    '"Action": [«»]',
    '"Action": ["s3:«»*" /* all */]',
    '"Ef«»fect": "Allow"',
    '"Action«": "s3:*", "Resource»": "*"',
  ])('for %s', (elements) => {
    expect(refactor(kind, statement(elements))).toEqual([]);
  });

  test('for what is not known before the deployment', () => {
    const template = `{ "Resources": { "Policy": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument":
      { "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": { "Fn::If": ["A", "*", «"b"»] } } } } } } }`;
    expect(refactor(kind, template)).toEqual([]);
  });
});
