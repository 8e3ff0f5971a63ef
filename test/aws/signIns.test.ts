import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { credentialWorld } from './credentialWorld.ts';
import { exampleAccount } from './fake/seeds.ts';

const { home, fake, secrets, alice, config, role, arnOf, failure } = credentialWorld();

describe('IAM Identity Center', () => {
  const profile = `[profile a]\nsso_session = s\nsso_account_id = ${exampleAccount}\nsso_role_name = Sso\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://example.awsapps.com/start\n`;
  const cache = `.aws/sso/cache/${createHash('sha1').update('s').digest('hex')}.json`;
  const token = (expiresAt: Date) =>
    JSON.stringify({ accessToken: 'the-access-token', expiresAt: expiresAt.toISOString() });
  const inAnHour = () => new Date(Date.now() + 3_600_000);

  beforeEach(() => {
    secrets.push('the-access-token');
    fake().state.ssoTokens['the-access-token'] = [{ accountId: exampleAccount, roleName: 'Sso' }];
    config(profile);
  });

  it('gives the role by the token of the sign-in', async () => {
    home.write(cache, token(inAnHour()));
    const connection = await home.connect('a');
    expect(connection.region).toBe('eu-west-1');
    expect((await connection.caller()).arn).toContain('assumed-role/Sso/');
    expect((await connection.credentials()).expiration).toBeInstanceOf(Date);
  });

  it('is the source of a role', async () => {
    home.write(cache, token(inAnHour()));
    config(role('One', 'source_profile = a') + profile);
    expect(await arnOf('One')).toContain('assumed-role/One/');
  });

  it('gives the role by the older form of a profile', async () => {
    const url = 'https://example.awsapps.com/start';
    config(
      `[profile old]\nsso_start_url = ${url}\nsso_region = eu-west-1\nsso_account_id = ${exampleAccount}\nsso_role_name = Sso\n`,
    );
    expect((await failure('old')).details.code).toBe('signInExpired');
    home.write(`.aws/sso/cache/${createHash('sha1').update(url).digest('hex')}.json`, token(inAnHour()));
    expect(await arnOf('old')).toContain('assumed-role/Sso/');
  });

  it.each<[string, () => void]>([
    ['there was none', () => {}],
    ['it has run out', () => home.write(cache, token(new Date(Date.now() - 1000)))],
    ['its file is broken', () => home.write(cache, '{ "accessTok')],
    [
      'AWS no longer takes it',
      () => {
        home.write(cache, token(inAnHour()));
        delete fake().state.ssoTokens['the-access-token'];
      },
    ],
  ])('wants a new sign-in where %s, and goes on with it', async (_why, prepare) => {
    prepare();
    const connection = await home.connect('a');
    const { details, message } = await failure('a');
    expect(details.code).toBe('signInExpired');
    expect(message).toContain('profile a');
    fake().state.ssoTokens['the-access-token'] = [{ accountId: exampleAccount, roleName: 'Sso' }];
    home.write(cache, token(inAnHour()));
    expect((await connection.caller()).arn).toContain('assumed-role/Sso/');
  });

  it('says that it does not give the role', async () => {
    home.write(cache, token(inAnHour()));
    config(profile.replace('= Sso', '= Other'));
    expect((await failure('a')).message).toContain('does not give you the role');
  });

  it('says that it cannot be reached', async () => {
    home.write(cache, token(inAnHour()));
    process.env['AWS_ENDPOINT_URL_SSO'] = 'http://127.0.0.1:9';
    expect((await failure('a')).details.code).toBe('unreachable');
  });
});

describe('aws login', () => {
  const session = `arn:aws:iam::${exampleAccount}:user/Alice`;
  const cache = `.aws/login/cache/${createHash('sha256').update(session).digest('hex')}.json`;
  const write = (expiresAt: Date) => {
    const { accessKeyId, secretAccessKey } = alice();
    const accessToken = {
      accessKeyId,
      secretAccessKey,
      sessionToken: '',
      accountId: exampleAccount,
      expiresAt,
    };
    home.write(
      cache,
      JSON.stringify({
        accessToken,
        clientId: 'c',
        refreshToken: 'the-refresh-token',
        dpopKey: 'the-dpop-key',
      }),
    );
  };

  beforeEach(() => {
    secrets.push('the-refresh-token', 'the-dpop-key');
    config(`[profile a]\nlogin_session = ${session}\n`);
  });

  it('gives what it wrote', async () => {
    write(new Date(Date.now() + 600_000));
    const connection = await home.connect('a');
    expect(connection.profile).toMatchObject({ kind: 'login', account: exampleAccount, region: 'us-east-1' });
    expect((await connection.credentials()).expiration).toBeInstanceOf(Date);
  });

  it.each<[string, () => void]>([
    ['there was none', () => {}],
    ['its file is broken', () => home.write(cache, '{')],
    ['it cannot be renewed', () => write(new Date(Date.now() - 1000))],
  ])('wants a new sign-in where %s', async (_why, prepare) => {
    prepare();
    expect((await failure('a')).details.code).toBe('signInExpired');
  });
});
