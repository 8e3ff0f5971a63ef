import { describe, expect, test } from 'vitest';
import type { PrincipalType } from '../../../server/src/policy/model.ts';
import { accountOf, type Principal, parsePrincipal } from '../../../server/src/policy/principalArn.ts';

const aws = { partition: 'aws', account: '111122223333' };
const arn = 'arn:aws:iam::111122223333:';
const canonical = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';

const readable: readonly (readonly [PrincipalType, string, Principal])[] = [
  ['AWS', '*', { kind: 'everyone' }],
  ['AWS', '111122223333', { kind: 'account', account: '111122223333' }],
  ['AWS', `${arn}root`, { kind: 'root', ...aws }],
  [
    'AWS',
    'arn:aws-us-gov:iam::111122223333:root',
    { kind: 'root', partition: 'aws-us-gov', account: '111122223333' },
  ],
  ['AWS', `${arn}role/deploy`, { kind: 'role', ...aws, path: '/', name: 'deploy' }],
  [
    'AWS',
    `${arn}role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123`,
    { kind: 'role', ...aws, path: '/aws-reserved/sso.amazonaws.com/', name: 'AWSReservedSSO_Admin_0123' },
  ],
  [
    'AWS',
    `${arn}user/team/alice@example.com`,
    { kind: 'user', ...aws, path: '/team/', name: 'alice@example.com' },
  ],
  [
    'AWS',
    'arn:aws:sts::111122223333:assumed-role/deploy/build-17',
    { kind: 'assumedRole', ...aws, role: 'deploy', session: 'build-17' },
  ],
  ['AWS', 'arn:aws:sts::111122223333:federated-user/bob', { kind: 'federatedUser', ...aws, name: 'bob' }],
  ['AWS', 'AROAEXAMPLE123456789X', { kind: 'uniqueId', of: 'role', id: 'AROAEXAMPLE123456789X' }],
  ['AWS', 'AIDAEXAMPLE123456789X', { kind: 'uniqueId', of: 'user', id: 'AIDAEXAMPLE123456789X' }],
  [
    'AWS',
    'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE2345',
    { kind: 'originAccessIdentity', id: 'E1EXAMPLE2345' },
  ],
  ['Federated', `${arn}saml-provider/ExampleIdp`, { kind: 'samlProvider', ...aws, name: 'ExampleIdp' }],
  [
    'Federated',
    `${arn}oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/0123ABCD`,
    { kind: 'oidcProvider', ...aws, issuer: 'oidc.eks.us-east-1.amazonaws.com/id/0123ABCD' },
  ],
  [
    'Federated',
    'cognito-identity.amazonaws.com',
    { kind: 'builtInProvider', issuer: 'cognito-identity.amazonaws.com' },
  ],
  ['Service', 'ec2.amazonaws.com', { kind: 'service', name: 'ec2.amazonaws.com' }],
  ['CanonicalUser', canonical, { kind: 'canonicalUser', id: canonical }],
];

const unreadable: readonly (readonly [PrincipalType, string])[] = [
  ['AWS', ''],
  ['AWS', '**'],
  ['AWS', '11112222333'],
  ['AWS', 'arn:aws:iam::111122223333'],
  ['AWS', 'arn:aws:iam::1111222233:root'],
  ['AWS', 'arn:aws:iam:us-east-1:111122223333:root'],
  ['AWS', 'arn:*:iam::111122223333:root'],
  ['AWS', 'arn:aws:s3:::amzn-s3-demo-bucket'],
  ['AWS', `${arn}group/admins`],
  ['AWS', `${arn}role/`],
  ['AWS', `${arn}role/build-*`],
  ['AWS', `${arn}role/team?/build`],
  ['AWS', `${arn}saml-provider/ExampleIdp`],
  ['AWS', 'arn:aws:sts::111122223333:assumed-role/deploy'],
  ['AWS', 'arn:aws:sts::111122223333:assumed-role/deploy/*'],
  ['AWS', 'arn:aws:sts::111122223333:assumed-role/team/deploy/build'],
  ['AWS', 'arn:aws:sts::111122223333:federated-user/bob/more'],
  ['AWS', 'ec2.amazonaws.com'],
  ['Federated', '*'],
  ['Federated', 'https://accounts.google.com'],
  ['Federated', 'localhost'],
  ['Federated', `${arn}role/deploy`],
  ['Federated', `${arn}saml-provider/*`],
  ['Federated', `${arn}oidc-provider/`],
  ['Service', '*'],
  ['Service', ''],
  ['CanonicalUser', '*'],
  ['CanonicalUser', '111122223333'],
];

describe('parsePrincipal', () => {
  test.each(readable)('reads %s %s', (type, text, principal) => {
    expect(parsePrincipal(type, text)).toEqual(principal);
  });

  test.each(unreadable)('finds no principal in %s %j', (type, text) => {
    expect(parsePrincipal(type, text)).toBeUndefined();
  });
});

test.each([
  ['AWS', '111122223333', '111122223333'],
  ['AWS', `${arn}role/deploy`, '111122223333'],
  ['Federated', `${arn}oidc-provider/gitlab.com`, '111122223333'],
  ['Federated', 'accounts.google.com', undefined],
  ['AWS', '*', undefined],
  ['AWS', 'AROAEXAMPLE123456789X', undefined],
  ['AWS', 'nobody', undefined],
] as const)('the account of %s %s is %s', (type, text, account) => {
  expect(accountOf(parsePrincipal(type, text))).toBe(account);
});
