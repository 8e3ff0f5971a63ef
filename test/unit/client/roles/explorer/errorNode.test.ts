import { expect, test } from 'vitest';
import { AwsError, Cancelled, ownError } from '../../../../../client/src/roles/awsError.ts';
import { errorNode } from '../../../../../client/src/roles/explorer/errorNode.ts';

const denial = (policyType: 'identity-based' | 'permissions boundary') =>
  new AwsError('You may not.', {
    code: 'AccessDenied',
    operation: 'iam:ListRoles',
    awsMessage: '',
    requestId: undefined,
    denied: {
      principal: 'arn:aws:iam::123456789012:user/Alice',
      action: 'iam:ListRoles',
      resource: 'arn:aws:iam::123456789012:role/',
      policyType,
      explicit: false,
      policyArn: undefined,
      authorizationId: undefined,
    },
  });

test('a missing permission comes with the statement, ready to be added', () => {
  const row = errorNode('x', 'roles', denial('identity-based'));
  expect(row.label).toBe('iam:ListRoles is not allowed');
  expect(row.opens).toEqual({
    kind: 'statement',
    statement: {
      Effect: 'Allow',
      Action: 'iam:ListRoles',
      Resource: '*',
    },
  });
  expect(row.tooltip).toContain('"Action": "iam:ListRoles"');
});

test('a boundary comes with what helps, as no statement would', () => {
  const row = errorNode('x', 'roles', denial('permissions boundary'));
  expect(row.opens).toBe(undefined);
  expect(row.spoken).toContain('The permissions boundary of arn:aws:iam::123456789012:user/Alice');
});

test('AWS’s short refusal, without a resource, gives a statement as well', () => {
  const short = new AwsError('No.', { ...denial('identity-based').details, denied: undefined });
  expect(errorNode('x', 'roles', short).opens).toEqual({
    kind: 'statement',
    statement: { Effect: 'Allow', Action: 'iam:ListRoles', Resource: '*' },
  });
});

test('a sign-in that ran out offers to sign in', () => {
  const row = errorNode('x', 'roles', ownError('signInExpired', 'Sign in.'));
  expect(row).toMatchObject({ label: 'Signed out', opens: { kind: 'sign in' } });
});

test('what was cancelled is no error', () => {
  expect(errorNode('x', 'roles', new Cancelled('Cancelled.')).label).toBe('Reading roles was cancelled');
});

test('anything else is told, on one line and without what would be hidden', () => {
  const row = errorNode('x', 'roles', new Error('A\u202e\nmess'));
  expect(row).toMatchObject({ label: 'The roles cannot be read', description: 'A\\u202e mess' });
});
