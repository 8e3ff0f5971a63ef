import { expect, test } from 'vitest';
import { trusteesOf, trusteesText } from '../../../../../client/src/roles/explorer/trustees.ts';

const own = '123456789012';
const trust = (...statements: readonly object[]) => JSON.stringify({ Statement: statements });
const allow = (principal: unknown) => ({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' });

test.each([
  [{ Service: 'ec2.amazonaws.com' }, 'ec2.amazonaws.com'],
  [
    { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com', 'ssm.amazonaws.com'] },
    'ec2.amazonaws.com, lambda.amazonaws.com and 1 more',
  ],
  [{ AWS: `arn:aws:iam::${own}:root` }, 'this account'],
  [{ AWS: own }, 'this account'],
  [{ AWS: ['arn:aws:iam::210987654321:role/a', 'arn:aws:iam::210987654321:user/b'] }, '210987654321'],
  [{ AWS: 'arn:aws-cn:sts::210987654321:assumed-role/a/b' }, '210987654321'],
  // What IAM shows of a principal that was deleted.
  [{ AWS: 'AROAEXAMPLEEXAMPLE77' }, 'AROAEXAMPLEEXAMPLE77'],
  ['*', 'everyone'],
  [{ AWS: '*' }, 'everyone'],
  [{ Federated: `arn:aws:iam::${own}:saml-provider/corporate` }, 'corporate'],
  [{ Federated: 'cognito-identity.amazonaws.com' }, 'cognito-identity.amazonaws.com'],
  [{}, ''],
])('%j is %s', (principal, text) => {
  expect(trusteesText(trusteesOf(trust(allow(principal))), own)).toBe(text);
});

test('Allow with NotPrincipal lets in everyone else, and Deny nobody', () => {
  const others = { Effect: 'Allow', NotPrincipal: { AWS: own }, Action: 'sts:AssumeRole' };
  expect(trusteesOf(trust(others)).accounts).toEqual(['*']);
  const denied = { ...allow({ Service: 'ec2.amazonaws.com' }), Effect: 'Deny' };
  expect(trusteesOf(trust(denied)).services).toEqual([]);
});

test.each(['', 'null', '[]', '{"Statement":1}', '{"Statement":[{"Effect":"Allow","Principal":{"AWS":1}}]}'])(
  'of %j it is nobody',
  (text) => {
    expect(trusteesOf(text)).toEqual({ services: [], accounts: [], providers: [] });
  },
);
