import { describe, expect, test } from 'vitest';
import { mended } from './mended.ts';

const identity = { type: 'identity' } as const;

function arnAfter(code: string, Action: string, arn: string, account?: string): unknown[] {
  const statement = { Effect: 'Allow', Action, Resource: arn };
  const settings = { trustedAccounts: account === undefined ? [] : [account] };
  return Object.values(mended(code, identity, statement, settings)).map(
    (found) => (found as typeof statement).Resource,
  );
}

describe('an ARN', () => {
  test.each([
    ['arn:aws:sqs:us-east-1:orders', ['arn:aws:sqs:us-east-1:*:orders']],
    ['arn:aws:sqs:111122223333:orders', ['arn:aws:sqs:*:111122223333:orders']],
    ['arn:aws:sqs', ['arn:aws:sqs:*:*:*']],
  ])('%s with fields missing', (arn, expected) => {
    expect(arnAfter('MISSING_ARN_FIELD', 'sqs:SendMessage', arn)).toEqual(expected);
  });

  test('of one’s own account, where the settings name it', () => {
    const found = arnAfter(
      'MISSING_ARN_ACCOUNT',
      'sqs:SendMessage',
      'arn:aws:sqs:us-east-1::a',
      '444455556666',
    );
    expect(found).toEqual(['arn:aws:sqs:us-east-1:444455556666:a', 'arn:aws:sqs:us-east-1:*:a']);
  });

  test('whose type is spelt or set apart in another way', () => {
    const arn = 'arn:aws:lambda:us-east-1:111122223333:functions/orders';
    expect(arnAfter('INVALID_ARN_RESOURCE', 'lambda:GetFunction', arn)).toContain(
      'arn:aws:lambda:us-east-1:111122223333:function:orders',
    );
  });

  test.each([
    ['dynamodb:GetItem', 'orders', ['arn:aws:dynamodb:*:*:table/orders']],
    ['s3:GetObject', 'amzn-s3-demo-bucket', []],
    ['s3:ListBucket', 'amzn-s3-demo-bucket', ['arn:aws:s3:::amzn-s3-demo-bucket']],
  ])('for %s from the name %s', (action, name, expected) => {
    expect(arnAfter('INVALID_ARN_PREFIX', action, name).slice(0, 1)).toEqual(expected);
  });

  test('in a Region that its partition does not have changes to the Region’s partition', () => {
    const found = arnAfter(
      'INVALID_ARN_REGION',
      'sqs:SendMessage',
      'arn:aws:sqs:us-gov-west-1:111122223333:orders',
    );
    expect(found).toEqual(['arn:aws-us-gov:sqs:us-gov-west-1:111122223333:orders']);
  });
});

test('the change goes where another ARN of the list says it already', () => {
  const listed = ['arn:aws:sqs:*:111122223333:orders', 'arn:aws:sqs:us-est-1:111122223333:orders'];
  const statement = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: listed };
  const found = mended('INVALID_ARN_REGION', identity, statement);
  const title = `Remove the entry, as ${listed[0]} stands in the list`;
  expect(found[title] ?? found).toMatchObject({ Resource: [listed[0]] });
});

test('a lone * keeps to the actions that take no resource, and the Sid to the first statement', () => {
  const statements = [
    { Sid: 'Orders', Effect: 'Allow', Action: ['sqs:ListQueues', 'sqs:SendMessage'], Resource: '*' },
  ];
  expect(Object.values(mended('RISK_WILDCARD_RESOURCE', identity, statements))).toEqual([
    [
      { Sid: 'Orders', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:*:*' },
      { Effect: 'Allow', Action: 'sqs:ListQueues', Resource: '*' },
    ],
  ]);
});
