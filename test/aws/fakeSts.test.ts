import { CreateRoleCommand, GetRoleCommand } from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  AssumeRoleWithWebIdentityCommand,
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
} from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { newCaller, newRole, trusting } from './fake/seeds.ts';
import type { FakeCaller } from './fake/state.ts';
import { clientsOf, fakeOfEachTest, keysOf, refusal } from './fakeClients.ts';

const aws = fakeOfEachTest();
const RoleArn = 'arn:aws:iam::123456789012:role/ops/admin';
const alice = 'arn:aws:iam::123456789012:user/Alice';
const root = 'arn:aws:iam::123456789012:root';
const device = { SerialNumber: 'arn:aws:iam::123456789012:mfa/Alice', TokenCode: '123456' };

/** Adds a role that trusts as told. */
function seedRole(trustPolicy: string, more = {}): void {
  aws().state.roles.push(newRole({ name: 'admin', path: '/ops/', trustPolicy, ...more }));
}

function seedCaller(arn: string, more: Partial<FakeCaller> = {}): FakeCaller {
  const caller = newCaller({ arn, ...more });
  aws().state.callers.push(caller);
  return caller;
}

type Keys = NonNullable<Parameters<typeof clientsOf>[1]>['caller'];

function assume(more: Partial<AssumeRoleCommandInput> = {}, caller?: Keys) {
  const input = { RoleArn, RoleSessionName: 'me@home', ...more };
  return clientsOf(aws(), { caller }).sts.send(new AssumeRoleCommand(input));
}

/** What a refusal within the account says of the trust policy. */
function notTrusted(principal: string, action = 'sts:AssumeRole'): string {
  return `AccessDenied: User: ${principal} is not authorized to perform: ${action} because no role trust policy allows the ${action} action`;
}

describe('AssumeRole', () => {
  it('gives a session that every service knows', async () => {
    seedRole(trusting({ AWS: alice }));
    const answer = await assume();
    const arn = 'arn:aws:sts::123456789012:assumed-role/admin/me@home';
    expect(answer.AssumedRoleUser?.Arn).toBe(arn);
    const ends = answer.Credentials?.Expiration?.getTime() ?? 0;
    expect(Math.round((ends - Date.now()) / 60_000)).toBe(60);
    const { sts, iam } = clientsOf(aws(), { caller: keysOf(answer) });
    expect((await sts.send(new GetCallerIdentityCommand())).Arn).toBe(arn);
    await iam.send(new GetRoleCommand({ RoleName: 'admin' }));
    const forged = clientsOf(aws(), { caller: { ...keysOf(answer), sessionToken: 'forged' } });
    expect(await refusal(forged.sts.send(new GetCallerIdentityCommand()))).toMatch(/^InvalidClientTokenId:/);
    expect(aws().calls.map(({ operation }) => operation)).toEqual([
      'AssumeRole',
      'GetCallerIdentity',
      'GetRole',
      'GetCallerIdentity',
    ]);
  });

  it.each([
    ['the account', { AWS: '123456789012' }],
    ['the account as an ARN', { AWS: root }],
    ['the user', { AWS: ['arn:aws:iam::123456789012:user/Bob', alice] }],
    ['anyone', { AWS: '*' }],
    ['anyone, in short', '*'],
  ])('lets a user in when the trust policy names %s', async (_who, principal) => {
    seedRole(trusting(principal));
    await assume();
  });

  it.each([
    ['another account', { AWS: '210987654321' }],
    ['another user', { AWS: 'arn:aws:iam::123456789012:user/Bob' }],
    ['a service', { Service: 'ec2.amazonaws.com' }],
    ['a provider', { Federated: 'cognito-identity.amazonaws.com' }],
  ])('refuses a user when the trust policy names %s', async (_who, principal) => {
    seedRole(trusting(principal));
    expect(await refusal(assume())).toBe(notTrusted(alice));
  });

  it.each([
    ['the role', 'arn:aws:iam::123456789012:role/apps/first'],
    ['the session', 'arn:aws:sts::123456789012:assumed-role/first/me@home'],
  ])('lets a session in when the trust policy names %s', async (_who, principal) => {
    const first = newRole({ name: 'first', path: '/apps/' });
    aws().state.roles.push(first);
    seedRole(trusting({ AWS: principal }), { maxSessionDuration: 43_200 });
    expect(await refusal(assume())).toBe(notTrusted(alice));
    const session = keysOf(await assume({ RoleArn: first.arn }));
    await assume({ DurationSeconds: 3600 }, session);
    expect(await refusal(assume({ DurationSeconds: 3601 }, session))).toBe(
      'ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  });

  it('asks the caller’s own policies where the trust policy names the account', async () => {
    const denied = `AccessDenied: User: ${alice} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`;
    const [caller] = aws().state.callers;
    if (caller === undefined) throw new Error('no caller');
    caller.policies = [];
    seedRole(trusting({ AWS: root }));
    expect(await refusal(assume())).toBe(
      `${denied} because no identity-based policy allows the sts:AssumeRole action`,
    );
    caller.policies = ['{"Statement":[{"Effect":"Deny","Action":"sts:*","Resource":"*"}]}'];
    expect(await refusal(assume())).toBe(`${denied} with an explicit deny in an identity-based policy`);
    caller.policies = [`{"Statement":[{"Effect":"Allow","Action":"sts:Assume*","Resource":"${RoleArn}"}]}`];
    await assume();
  });

  it('does not say why across accounts', async () => {
    const stranger = seedCaller('arn:aws:iam::210987654321:user/Eve');
    seedRole(trusting({ AWS: root }));
    const bare = `AccessDenied: User: ${stranger.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`;
    expect(await refusal(assume({}, stranger))).toBe(bare);
    expect(await refusal(assume({ RoleArn: `${RoleArn}X` }, stranger))).toBe(`${bare}X`);
    aws().state.roles.length = 0;
    seedRole(trusting({ AWS: '210987654321' }));
    await assume({}, stranger);
  });

  it('says that a statement of the trust policy denies', async () => {
    const statements = [trusting('*'), trusting({ AWS: alice }, { Effect: 'Deny' })];
    seedRole(JSON.stringify({ Statement: statements.flatMap((text) => JSON.parse(text).Statement) }));
    expect(await refusal(assume())).toBe(
      `AccessDenied: User: ${alice} is not authorized to perform: sts:AssumeRole with an explicit deny in the role trust policy`,
    );
  });

  it('wants the external id of the trust policy', async () => {
    seedRole(trusting({ AWS: root }, { Condition: { StringEquals: { 'sts:ExternalId': 'a1' } } }));
    expect(await refusal(assume())).toBe(notTrusted(alice));
    expect(await refusal(assume({ ExternalId: 'A1' }))).toBe(notTrusted(alice));
    await assume({ ExternalId: 'a1' });
  });

  it('wants MFA, with a code that counts once', async () => {
    seedRole(trusting({ AWS: root }, { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }));
    expect(await refusal(assume())).toBe(notTrusted(alice));
    const failed = /^AccessDenied: MultiFactorAuthentication failed/;
    expect(await refusal(assume({ ...device, TokenCode: '000000' }))).toMatch(failed);
    expect(await refusal(assume({ ...device, SerialNumber: `${device.SerialNumber}2` }))).toMatch(failed);
    await assume(device);
    expect(await refusal(assume(device))).toMatch(failed);
  });

  it('wants permission for tags and a source identity', async () => {
    const Tags = [{ Key: 'team', Value: 'blue' }];
    seedRole(trusting({ AWS: alice }));
    expect(await refusal(assume({ Tags }))).toBe(notTrusted(alice, 'sts:TagSession'));
    expect(await refusal(assume({ SourceIdentity: 'al' }))).toBe(notTrusted(alice, 'sts:SetSourceIdentity'));
    aws().state.roles.length = 0;
    const Condition = { StringEquals: { 'aws:RequestTag/team': 'blue', 'sts:SourceIdentity': 'al' } };
    seedRole(trusting({ AWS: alice }, { Action: 'sts:*', Condition }));
    expect((await assume({ Tags, SourceIdentity: 'al' })).SourceIdentity).toBe('al');
    expect(await refusal(assume({ Tags, SourceIdentity: 'bo' }))).toBe(notTrusted(alice));
  });

  it.each([
    [{ RoleSessionName: 'a b' }, /^ValidationError: .* at 'roleSessionName' failed/],
    [{ DurationSeconds: 60 }, /^ValidationError: .* greater than or equal to 900$/],
    [{ DurationSeconds: 3601 }, /^ValidationError: .* exceeds the MaxSessionDuration set for this role\.$/],
    [{ RoleArn: 'admin' }, /^ValidationError: admin is invalid$/],
    [{ Policy: '{"Statement":[{}]}' }, /^MalformedPolicyDocument: /],
    [{ Policy: sessionPolicy(2100) }, /^ValidationError: .* less than or equal to 2048$/],
    [{ Policy: sessionPolicy(2040) }, /^PackedPolicyTooLarge: Packed policy consumes 102% of allotted space/],
  ])('refuses %o', async (input, text) => {
    seedRole(trusting({ AWS: root }));
    expect(await refusal(assume(input))).toMatch(text);
  });

  function sessionPolicy(length: number): string {
    const policy = '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::"}}';
    return policy.replace(':::', `:::${'a'.repeat(length - policy.length)}`);
  }

  it('takes a while to know a role that was just made', async () => {
    aws().delays.assumable = 2;
    const { iam } = clientsOf(aws());
    const role = { RoleName: 'admin', Path: '/ops/', AssumeRolePolicyDocument: trusting({ AWS: root }) };
    await iam.send(new CreateRoleCommand(role));
    for (let time = 0; time < 2; time++) expect(await refusal(assume())).toBe(notTrusted(alice));
    await assume();
  });

  it('is not for the root user', async () => {
    seedRole(trusting({ AWS: root }));
    expect(await refusal(assume({}, seedCaller(root)))).toBe(
      'AccessDenied: Roles may not be assumed by root accounts.',
    );
  });
});

describe('GetSessionToken', () => {
  it('gives a session that IAM takes only with MFA', async () => {
    seedRole(trusting({ AWS: root }, { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }));
    const { sts } = clientsOf(aws());
    const plain = keysOf(await sts.send(new GetSessionTokenCommand({})));
    const read = new GetRoleCommand({ RoleName: 'admin' });
    expect(await refusal(clientsOf(aws(), { caller: plain }).iam.send(read))).toBe(
      'InvalidClientTokenId: The security token included in the request is invalid.',
    );
    expect(await refusal(assume({}, plain))).toBe(notTrusted(alice));
    const withMfa = keysOf(await sts.send(new GetSessionTokenCommand(device)));
    await clientsOf(aws(), { caller: withMfa }).iam.send(read);
    await assume({}, withMfa);
    const again = clientsOf(aws(), { caller: withMfa }).sts.send(new GetSessionTokenCommand({}));
    expect(await refusal(again)).toBe('AccessDenied: Cannot call GetSessionToken with session credentials');
  });
});

it('lets an identity of a provider in by its claims', async () => {
  const provider = 'arn:aws:iam::123456789012:oidc-provider/ci.example.com';
  aws().state.identityProviders.push(provider);
  const Condition = { StringLike: { 'ci.example.com:sub': 'repo:octo/*' } };
  seedRole(trusting({ Federated: provider }, { Action: 'sts:AssumeRoleWithWebIdentity', Condition }));
  const token = (sub: string) => {
    const claims = { iss: 'https://ci.example.com', aud: 'sts', sub, exp: Date.now() / 1000 + 60 };
    return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
  };
  const enter = (sub: string) => {
    const input = { RoleArn, RoleSessionName: 'ci', WebIdentityToken: token(sub) };
    return clientsOf(aws()).sts.send(new AssumeRoleWithWebIdentityCommand(input));
  };
  expect((await enter('repo:octo/app')).Provider).toBe(provider);
  expect(await refusal(enter('repo:evil/app'))).toBe(
    'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity',
  );
});

it('gives a federated user a session', async () => {
  const answer = await clientsOf(aws()).sts.send(new GetFederationTokenCommand({ Name: 'guest' }));
  expect(answer.FederatedUser?.Arn).toBe('arn:aws:sts::123456789012:federated-user/guest');
});

it('decodes what it encoded, and nothing else', async () => {
  const { sts } = clientsOf(aws());
  const decode = new DecodeAuthorizationMessageCommand({ EncodedMessage: 'nonsense' });
  expect(await refusal(sts.send(decode))).toBe('InvalidAuthorizationMessage: Message is not valid');
});
