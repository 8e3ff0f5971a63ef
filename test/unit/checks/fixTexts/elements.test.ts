import { describe, expect, test } from 'vitest';
import { mended, mendedUnasked } from './mended.ts';

const identity = { type: 'identity' } as const;
const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*' };
const list = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::amzn-s3-demo-bucket' };

describe('Sids', () => {
  test('repeated more than once each get one of their own', () => {
    const statements = [
      { Sid: 'Read', ...read },
      { Sid: 'Read2', ...list },
      { Sid: 'Read', ...read, Action: 's3:GetObjectTagging' },
      { Sid: 'Read', ...list, Action: 's3:GetBucketTagging' },
    ];
    const found = mendedUnasked(identity, statements) as typeof statements;
    expect(found.map(({ Sid }) => Sid)).toEqual(['Read', 'Read2', 'Read3', 'Read4']);
  });

  test('that differ in marks only stay different', () => {
    const statements = [
      { Sid: 'read-objects', ...read },
      { Sid: 'readObjects', ...list },
    ];
    const found = mendedUnasked(identity, statements) as typeof statements;
    expect(found.map(({ Sid }) => Sid)).toEqual(['readObjects2', 'readObjects']);
  });

  test('of marks alone can only go', () => {
    expect(mended('UNSUPPORTED_SID', identity, [{ Sid: '--', ...read }])).toEqual({
      'Remove the Sid': [read],
    });
  });
});

describe('a key that is no element', () => {
  test('does not take the name of one that stands there, or whose opposite does', () => {
    const statement = { Effect: 'Allow', NotAction: 's3:*', Actions: 's3:GetObject', Resource: '*' };
    expect(Object.keys(mended('INVALID_POLICY_ELEMENT', identity, statement))).toEqual(['Remove Actions']);
  });

  test('does not become an element that such a policy cannot have', () => {
    expect(Object.keys(mended('INVALID_POLICY_ELEMENT', identity, { ...read, Principals: '*' }))).toEqual([
      'Remove Principals',
    ]);
  });
});

describe('a value of the wrong type', () => {
  test('principals go to the keys they belong to', () => {
    const statement = {
      Effect: 'Allow',
      Principal: ['ec2.amazonaws.com', '111122223333', 'arn:aws:iam::111122223333:role/orders'],
      Action: 'sts:AssumeRole',
    };
    const [found] = Object.values(mended('DATA_TYPE_MISMATCH', { type: 'trust' }, statement));
    expect(found).toMatchObject({
      Principal: {
        Service: 'ec2.amazonaws.com',
        AWS: ['111122223333', 'arn:aws:iam::111122223333:role/orders'],
      },
    });
  });

  test('a list within a list keeps the order', () => {
    const statement = {
      ...read,
      Action: ['s3:GetObject', ['s3:PutObject', 's3:DeleteObject'], 's3:ListBucket'],
    };
    expect(Object.values(mended('DATA_TYPE_MISMATCH', identity, statement))).toEqual([
      { ...read, Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'] },
    ]);
  });

  test('a list of two effects is left to its author', () => {
    expect(mended('DATA_TYPE_MISMATCH', identity, { ...read, Effect: ['Allow', 'Deny'] })).toEqual({});
  });
});

describe('principals that a policy does not take', () => {
  const Action = 'organizations:LeaveOrganization';
  const role = 'arn:aws:iam::111122223333:role/Admin';

  test('join the conditions that stand there', () => {
    const Condition = { ArnNotEquals: { 'aws:SourceArn': 'arn:aws:sns:*:*:orders' } };
    const statement = { Effect: 'Deny', NotPrincipal: { AWS: [role] }, Action, Resource: '*', Condition };
    const [found] = Object.values(mended('SCP_SYNTAX_ERROR_PRINCIPAL', { type: 'scp' }, statement));
    expect(found).toEqual({
      Effect: 'Deny',
      Action,
      Resource: '*',
      Condition: { ArnNotEquals: { ...Condition.ArnNotEquals, 'aws:PrincipalArn': role } },
    });
  });

  test('an Allow for all but some is left to its author', () => {
    const statement = { Effect: 'Allow', NotPrincipal: { AWS: role }, Action, Resource: '*' };
    expect(mended('SCP_SYNTAX_ERROR_PRINCIPAL', { type: 'scp' }, statement)).toEqual({});
  });
});

describe('missing elements', () => {
  test('a principal is of the account of the resource', () => {
    const statement = {
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: 'arn:aws:sqs:eu-west-1:444455556666:a',
    };
    const [found] = Object.values(mended('MISSING_PRINCIPAL', { type: 'resource' }, statement));
    expect(found).toMatchObject({ Principal: { AWS: 'arn:aws:iam::444455556666:root' } });
  });

  test('no principal for an action that needs conditions as well', () => {
    const statement = { Effect: 'Allow', Action: 'sts:AssumeRoleWithWebIdentity' };
    expect(mended('MISSING_PRINCIPAL', { type: 'trust' }, statement)).toEqual({});
  });

  test('no action without a resource that tells', () => {
    expect(mended('MISSING_ACTION', identity, { Effect: 'Allow', Resource: '*' })).toEqual({});
  });

  test('they stand where AWS writes them', () => {
    const statement = { Sid: 'A', Effect: 'Allow', Resource: read.Resource };
    const [found] = Object.values(mended('MISSING_ACTION', identity, statement));
    expect(Object.keys(found as object)).toEqual(['Sid', 'Effect', 'Action', 'Resource']);
  });
});
