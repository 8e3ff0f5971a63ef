import { describe, expect, it } from 'vitest';
import type { Reply } from '../scriptedUi.ts';
import { fakeAws, onLens, plainly, run, trust } from './createRoleSession.ts';

describe('trust templates', () => {
  const trusted = async (...replies: readonly Reply[]) => {
    const fake = await fakeAws();
    const provider = 'arn:aws:iam::123456789012';
    fake.state.identityProviders.push(
      `${provider}:oidc-provider/token.actions.githubusercontent.com`,
      `${provider}:saml-provider/ExampleCorp`,
    );
    const person = await run({
      url: fake.url,
      open: {},
      replies: [
        ...replies,
        { type: 'made' },
        { pick: 'Continue' },
        { pickMany: [] },
        { pick: 'Create role made' },
        { press: 'Create' },
      ],
    });
    const [role] = fake.state.roles;
    return { statement: JSON.parse(role?.trustPolicy ?? '{}').Statement?.[0], person };
  };

  it('a service, with the account as condition where AWS shows it', async () => {
    const { statement } = await trusted({ pick: 'AWS service' }, { pick: 'scheduler.amazonaws.com' });
    expect(statement).toEqual({
      Effect: 'Allow',
      Principal: { Service: 'scheduler.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
    });
  });

  it('another account, with External ID and MFA', async () => {
    const { statement, person } = await trusted(
      { pick: 'Another AWS account' },
      { type: '1234' },
      { type: '111122223333' },
      { type: 'example-7' },
      { pick: 'Only with MFA' },
    );
    expect(person.inputs[0]?.complaint).toBe('An AWS account id has 12 digits.');
    expect(statement).toEqual({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'sts:ExternalId': 'example-7' },
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      },
    });
  });

  it('this account', async () => {
    const { statement } = await trusted({ pick: 'This AWS account' }, { pick: 'Without MFA' });
    expect(statement.Principal).toEqual({ AWS: 'arn:aws:iam::123456789012:root' });
  });

  it('an OpenID Connect provider, with whom it means', async () => {
    const { statement } = await trusted(
      { pick: 'OpenID Connect provider' },
      { pick: 'GitHub Actions token' },
      { type: 'sts.amazonaws.com' },
      { type: '*' },
      { type: 'repo:octo-org/octo-repo:ref:refs/heads/main' },
    );
    expect(statement).toEqual({
      Effect: 'Allow',
      Principal: {
        Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
      },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': 'repo:octo-org/octo-repo:ref:refs/heads/main',
        },
      },
    });
  });

  it('an OpenID Connect provider of the account first, and of others what is known', async () => {
    const { person } = await trusted(
      { pick: 'OpenID Connect provider' },
      { pick: 'GitHub Actions token' },
      { type: 'sts.amazonaws.com' },
      { type: 'repo:octo-org/octo-repo:ref:refs/heads/main' },
    );
    const list = person.lists[1] ?? [];
    expect(list[0]).toMatchObject({
      group: 'Providers of the account',
      description: 'token.actions.githubusercontent.com',
    });
    expect(list.filter(({ description }) => description === list[0]?.description)).toHaveLength(1);
    expect(list[1]).toMatchObject({ group: 'Known providers' });
  });

  it.each([
    ['of the account', [{ pick: 'ExampleCorp' }]],
    ['by its name', [{ pick: 'Another SAML provider…' }, { type: 'ExampleCorp' }]],
  ] as const)('a SAML provider %s', async (_, replies) => {
    const { statement } = await trusted({ pick: 'SAML provider' }, ...replies);
    expect(statement).toMatchObject({
      Principal: { Federated: 'arn:aws:iam::123456789012:saml-provider/ExampleCorp' },
      Action: 'sts:AssumeRoleWithSAML',
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
    });
  });

  it('an existing role', async () => {
    const fake = await fakeAws();
    await run({ url: fake.url, argument: onLens, replies: [...plainly, { press: 'Create' }] });
    await run({
      url: fake.url,
      open: {},
      replies: [
        { pick: 'An existing role' },
        { pick: 'plain' },
        { type: 'copy' },
        ...plainly.slice(1, -1),
        { pick: 'Create role copy' },
        { press: 'Create' },
      ],
    });
    expect(fake.state.roles.map(({ trustPolicy }) => JSON.parse(trustPolicy))).toEqual([trust, trust]);
  });
});
