import { describe, expect, test } from 'vitest';
import { mended } from './mended.ts';

const identity = { type: 'identity' } as const;
const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*' };

describe('a condition key', () => {
  test('keeps the name of its tag', () => {
    const statement = { ...read, Condition: { StringEquals: { 'aws:PrincipleTag/team': 'a' } } };
    const found = Object.values(mended('INVALID_GLOBAL_CONDITION_KEY', identity, statement));
    expect(found).toContainEqual({ ...read, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } });
  });

  test('becomes none that its operator is not made for', () => {
    const statement = { ...read, Condition: { Bool: { 'aws:SourceIpAddress': 'true' } } };
    expect(mended('INVALID_GLOBAL_CONDITION_KEY', identity, statement)).toEqual({});
  });
});

describe('a value', () => {
  test('goes where the list has what it means', () => {
    const statement = {
      ...read,
      Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'EU-WEST-1'] } },
    };
    expect(mended('INVALID_REGION', identity, statement)).toEqual({
      'Remove the entry, as eu-west-1 stands in the list': {
        ...read,
        Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
      },
    });
  });

  test('that is a pattern gets an operator for patterns, beside the other conditions', () => {
    const statement = {
      ...read,
      Condition: { StringEquals: { 'aws:PrincipalTag/a': 'x-*', 'aws:PrincipalTag/b': 'y' } },
    };
    expect(mended('WILDCARD_WITHOUT_LIKE_OPERATOR', identity, statement)).toEqual({
      'Change to StringLike': {
        ...read,
        Condition: {
          StringEquals: { 'aws:PrincipalTag/b': 'y' },
          StringLike: { 'aws:PrincipalTag/a': 'x-*' },
        },
      },
    });
  });

  test.each([
    ['StringEquals', 'aws:PrincipalOrgID', 'o-*'],
    ['StringEqualsIgnoreCase', 'aws:PrincipalTag/team', 'x-*'],
    ['StringEquals', 'aws:PrincipalArn', '*:role/reader'],
  ])('that %s on %s compares stays where a pattern would not do', (operator, key, value) => {
    const statement = { ...read, Condition: { [operator]: { [key]: value } } };
    expect(mended('WILDCARD_WITHOUT_LIKE_OPERATOR', identity, statement)).toEqual({});
  });
});

describe('an operator of another type', () => {
  test.each([
    ['StringEquals', 'aws:SecureTransport', 'perhaps'],
    ['StringEquals', 'aws:SecureTransport', ['true', 'false']],
    ['StringNotEquals', 'aws:SecureTransport', 'true'],
    ['NumericLessThan', 'aws:PrincipalTag/age', '7'],
  ])('%s on %s is left to the author where the right one cannot say the same', (operator, key, value) => {
    const statement = { ...read, Condition: { [operator]: { [key]: value } } };
    expect(mended('TYPE_MISMATCH', identity, statement)).toEqual({});
  });
});

describe('an action whose requests never hold a tag', () => {
  const logs = ['logs:PutRetentionPolicy', 'logs:DescribeLogGroups'];
  const Condition = { StringEquals: { 'aws:ResourceTag/team': 'orders' } };

  test('is not denied everywhere instead', () => {
    const statement = { Effect: 'Deny', Action: logs, Resource: '*', Condition };
    expect(mended('DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', identity, statement)).toEqual({});
  });

  test('is denied by its ARN without the condition', () => {
    const Resource = 'arn:aws:logs:eu-west-1:111122223333:log-group:orders';
    const statement = { Effect: 'Deny', Action: logs, Resource, Condition };
    const found = Object.values(
      mended('DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', identity, statement),
    );
    expect(found).toEqual([
      [
        { ...statement, Action: ['logs:PutRetentionPolicy'] },
        { Effect: 'Deny', Action: 'logs:DescribeLogGroups', Resource },
      ],
    ]);
  });
});

test('an empty list of a negated operator does not ask for absence', () => {
  const statement = { ...read, Condition: { StringNotEqualsIfExists: { 'aws:PrincipalTag/team': [] } } };
  expect(mended('EMPTY_ARRAY_CONDITION_IFEXISTS', identity, statement)).toEqual({
    'Remove the condition': read,
  });
});
