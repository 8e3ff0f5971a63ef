import { describe, expect, test } from 'vitest';
import { statementMeaning } from '../../../server/src/access/statementMeaning.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';

const resource = '"Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"';

function meaning(elements: string): string | undefined {
  const file = readDocument(`{ "Statement": { ${elements} } }`, { chosen: { type: 'resource' } });
  const statement = file.policies[0]?.policy.statements[0];
  return statement && statementMeaning(statement);
}

function allow(elements: string): string | undefined {
  return meaning(`"Effect": "Allow", "Action": "s3:GetObject", ${resource}, ${elements}`);
}

describe('statements that say the same', () => {
  test.each([
    ['"Sid": "A", "Condition": {}', '"Sid": "B"'],
    ['"Principal": "*"', '"Principal": { "AWS": ["*"] }'],
    [
      '"Principal": { "AWS": ["111122223333", "444455556666"], "Service": "ec2.amazonaws.com" }',
      '"Principal": { "Service": ["ec2.amazonaws.com"], "AWS": ["444455556666", "111122223333", "111122223333"] }',
    ],
    [
      '"Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:*:*:*" } }',
      '"Condition": { "arnlike": { "AWS:SourceArn": ["arn:aws:sns:*:*:*"] } }',
    ],
    [
      '"Condition": { "Null": { "aws:SourceArn": true }, "NumericLessThan": { "s3:max-keys": 10 } }',
      '"Condition": { "NumericLessThan": { "s3:max-keys": "10" }, "Null": { "aws:SourceArn": "True" } }',
    ],
    [
      '"Condition": { "StringEqualsIgnoreCase": { "aws:PrincipalTag/a": "X" } }',
      '"Condition": { "StringEqualsIgnoreCase": { "aws:PrincipalTag/a": "x" } }',
    ],
  ])('%s', (one, other) => {
    expect(allow(one)).toBeDefined();
    expect(allow(one)).toBe(allow(other));
  });
});

describe('statements that do not', () => {
  test.each([
    ['"Principal": { "AWS": "a" }', '"NotPrincipal": { "AWS": "a" }'],
    ['"Principal": { "AWS": "a" }', '"Principal": { "Federated": "a" }'],
    [
      '"Condition": { "StringEquals": { "aws:PrincipalTag/a": "X" } }',
      '"Condition": { "StringEquals": { "aws:PrincipalTag/a": "x" } }',
    ],
    [
      '"Condition": { "StringEquals": { "aws:PrincipalTag/a": "x" } }',
      '"Condition": { "StringEqualsIfExists": { "aws:PrincipalTag/a": "x" } }',
    ],
    [
      '"Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": "x" } }',
      '"Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": "x" } }',
    ],
    ['"Condition": { "Bool": { "aws:SecureTransport": true } }', '"Condition": {}'],
  ])('%s', (one, other) => {
    expect(allow(one)).toBeDefined();
    expect(allow(other)).toBeDefined();
    expect(allow(one)).not.toBe(allow(other));
  });

  test('Action and NotAction', () => {
    expect(meaning(`"Effect": "Deny", "Action": "s3:*", ${resource}`)).not.toBe(
      meaning(`"Effect": "Deny", "NotAction": "s3:*", ${resource}`),
    );
  });
});

test.each([
  `"Action": "s3:GetObject", ${resource}`,
  `"Effect": "Allow", ${resource}`,
  `"Effect": "Allow", "Action": [], ${resource}`,
  `"Effect": "Allow", "Action": ["s3:GetObject", { "Fn::If": ["A", "b", "c"] }], ${resource}`,
  `"Effect": "Allow", "Action": "s3:GetObject", "Resource": [{ "Ref": "Bucket" }]`,
  `"Effect": "Allow", "Action": "s3:GetObject", "NotAction": "s3:PutObject", ${resource}`,
  `"Effect": "Allow", "Action": "s3:GetObject", ${resource}, "Condition": []`,
  `"Effect": "Allow", "Action": "s3:GetObject", ${resource}, "Condition": { "Bool": { "aws:SecureTransport": { "Ref": "A" } } }`,
])('nothing is said of { %s }', (elements) => {
  expect(meaning(elements)).toBeUndefined();
});
