import { chmodSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Profile } from '../../../../client/src/aws/profile.ts';
import type { Environment } from '../../../../client/src/aws/profileFiles.ts';
import { profileProblem } from '../../../../client/src/aws/profileProblem.ts';
import { readProfiles } from '../../../../client/src/aws/readProfiles.ts';
import { awsFiles, temporaryFolder } from './files.ts';

const settings = { region: '', productionProfiles: [] as readonly string[] };
const keys = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = x\n';

const read = (env: Environment, more: Partial<typeof settings> = {}) =>
  readProfiles(env, temporaryFolder(), { ...settings, ...more });

async function profileOf(config: string, name = 'a', env: Environment = {}, more?: Partial<typeof settings>) {
  const { profiles } = await read({ ...awsFiles(config), ...env }, more);
  return profiles.find((profile) => profile.name === name);
}

describe('kind', () => {
  it.each<[Profile['kind'], string]>([
    ['keys', keys],
    ['none', 'aws_access_key_id = A'],
    ['none', 'region = eu-west-1'],
    ['role', 'role_arn = arn:aws:iam::111122223333:role/R\nsource_profile = b'],
    ['role', 'role_arn = arn:aws:iam::111122223333:role/R\ncredential_source = Environment'],
    ['role', `role_arn = arn:aws:iam::111122223333:role/R\nsource_profile = b\n${keys}`],
    ['none', 'role_arn = arn:aws:iam::111122223333:role/R'],
    ['none', 'role_arn = arn:aws:iam::1:role/R\nsource_profile = b\ncredential_source = Environment'],
    ['webIdentity', 'role_arn = arn:aws:iam::111122223333:role/R\nweb_identity_token_file = /t'],
    ['process', 'credential_process = /bin/p'],
    ['keys', `credential_process = /bin/p\n${keys}`],
    ['sso', 'sso_session = s\nsso_account_id = 111122223333\nsso_role_name = R'],
    ['sso', 'sso_start_url = https://s\nsso_region = eu-west-1'],
    ['login', 'login_session = arn:aws:iam::111122223333:user/u'],
    ['process', 'login_session = arn:aws:iam::1:user/u\ncredential_process = /bin/p'],
  ])('%s: %s', async (kind, section) => {
    expect((await profileOf(`[profile a]\n${section}\n`))?.kind).toBe(kind);
  });

  it('is that of both files together, the credentials file being the stronger', async () => {
    const env = awsFiles(
      '[profile a]\nregion = eu-west-1\naws_access_key_id = of-config\n[default]\nregion = us-west-2',
      '[a]\naws_access_key_id = of-credentials\naws_secret_access_key = x\nregion = eu-north-1\n[b]\nregion = x-1',
    );
    const { profiles, files } = await read(env);
    expect(profiles.map(({ name, kind, region }) => [name, kind, region])).toEqual([
      ['default', 'none', 'us-west-2'],
      ['a', 'keys', 'eu-north-1'],
      ['b', 'none', 'x-1'],
    ]);
    expect(files.profiles.get('a')?.['aws_access_key_id']).toBe('of-credentials');
  });
});

describe('account', () => {
  it.each([
    ['111122223333', 'role_arn = arn:aws:iam::111122223333:role/R\nsource_profile = b'],
    ['111122223333', 'sso_account_id = 111122223333\nsso_session = s'],
    ['111122223333', 'login_session = arn:aws:iam::111122223333:root'],
    ['111122223333', `${keys}aws_account_id = 111122223333`],
    [undefined, 'role_arn = not-an-arn\nsource_profile = b'],
    [undefined, keys],
  ])('%s: %s', async (account, section) => {
    expect((await profileOf(`[profile a]\n${section}\n`))?.account).toBe(account);
  });
});

describe('Region', () => {
  const role = '[profile a]\nrole_arn = arn:aws:iam::111122223333:role/R\nsource_profile = b\n';
  it.each<[string, string, Environment, string]>([
    ['eu-west-1', '[profile a]\nregion = eu-west-1', {}, 'the profile'],
    ['eu-west-2', '[profile a]\nregion = eu-west-1', { AWS_DEFAULT_REGION: 'eu-west-2' }, 'the environment'],
    ['eu-west-3', 'x = y', { AWS_REGION: 'eu-west-3', AWS_DEFAULT_REGION: 'eu-west-2' }, 'AWS_REGION first'],
    ['us-east-1', '[profile a]\nregion =\nx = y', {}, 'an empty one'],
    ['eu-west-1', `${role}[profile b]\nregion = eu-west-1`, {}, 'the source profile'],
    [
      'eu-west-1',
      `${role}[profile b]\nsource_profile = c\nrole_arn = r\n[profile c]\nregion = eu-west-1`,
      {},
      'further away',
    ],
    ['us-east-1', `${role}[default]\nregion = eu-west-1`, {}, 'never that of [default]'],
    [
      'eu-west-1',
      `${role}[profile b]\nsso_session = s\n[sso-session s]\nsso_region = eu-west-1`,
      {},
      'a sign-in',
    ],
    ['cn-north-1', role.replace('arn:aws:', 'arn:aws-cn:'), {}, 'the partition of the role'],
    [
      'us-gov-west-1',
      '[profile a]\nlogin_session = arn:aws-us-gov:iam::1:root',
      {},
      'the partition of the user',
    ],
    ['us-east-1', role.replace('= b', '= a'), {}, 'a loop'],
  ])('%s, of %s', async (region, config, env) => {
    expect((await profileOf(`[profile a]\n${config}`, 'a', env))?.region).toBe(region);
  });

  it('of the setting is the strongest', async () => {
    const env = { AWS_REGION: 'eu-west-1' };
    expect((await profileOf('[profile a]\nx = y', 'a', env, { region: 'sa-east-1' }))?.region).toBe(
      'sa-east-1',
    );
  });
});

describe('endpoint', () => {
  const section = '[profile a]\nservices = s\nendpoint_url = http://profile\n[services s]\n';
  const forIam = `${section}iam =\n  endpoint_url = http://section\n`;
  const forSts = `${section}sts =\n  endpoint_url = http://section\n`;
  const env = { AWS_ENDPOINT_URL: 'http://env' };
  it.each<[string | undefined, string, Environment]>([
    ['http://section', forIam, {}],
    ['http://profile', forSts, {}],
    ['http://env', forIam, env],
    ['http://iam', forIam, { ...env, AWS_ENDPOINT_URL_IAM: 'http://iam' }],
    ['http://section', forIam, { AWS_ENDPOINT_URL_STS: 'http://sts' }],
    [undefined, forIam, { ...env, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }],
    [undefined, `[profile a]\nignore_configured_endpoint_urls = True\n${forIam}`, env],
    [
      'http://env',
      `[profile a]\nignore_configured_endpoint_urls = true\n`,
      { ...env, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' },
    ],
    [undefined, '[profile a]\nservices = none\n[default]\nendpoint_url = http://default', {}],
    [undefined, '[profile a]\nregion = x\n[profile b]\nendpoint_url = http://b', { AWS_PROFILE: 'b' }],
  ])('%s: %s %o', async (endpoint, config, more) => {
    expect((await profileOf(config, 'a', more))?.endpoint).toBe(endpoint);
  });
});

describe("the environment's credentials", () => {
  const env = { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'B' };
  it('are one more profile, with the Region and endpoint that the AWS CLI takes', async () => {
    const config =
      '[default]\nregion = eu-west-1\nendpoint_url = http://d\n[profile b]\nregion = eu-west-2\n';
    const own = { kind: 'environment', region: 'eu-west-1', endpoint: 'http://d' };
    expect(await profileOf(config, 'environment variables', env)).toMatchObject(own);
    const beside = await profileOf(config, 'environment variables', { ...env, AWS_PROFILE: 'b' });
    expect(beside).toMatchObject({ region: 'eu-west-2', endpoint: undefined });
  });

  it('are none without both keys', async () => {
    expect(await profileOf('', 'environment variables', { AWS_ACCESS_KEY_ID: 'A' })).toBeUndefined();
  });
});

test('profiles are marked as production by the setting', async () => {
  const marked = async (pattern: string) =>
    (
      await read(awsFiles('[profile prod]\nx=y\n[profile dev]\nx=y'), { productionProfiles: [pattern] })
    ).profiles
      .filter(({ production }) => production)
      .map(({ name }) => name);
  expect(await marked('prod')).toEqual(['prod']);
  expect(await marked('PRO*')).toEqual(['prod']);
  expect(await marked('??v')).toEqual(['dev']);
  expect(await marked('p')).toEqual([]);
  expect(await marked('[pd].*')).toEqual([]);
});

describe('files that cannot be used', () => {
  it('are none when they are missing', async () => {
    const { profiles, files } = await read({});
    expect([profiles, files.problems]).toEqual([[], []]);
  });

  it.each<[string, string | Buffer]>([
    ['not text in UTF-8', Buffer.from('[profile a]\nregion = x\n', 'utf16le')],
    ['no profile can be named constructor', '[constructor]\nkeys = broken\n'],
    ['no profile can be named constructor', '[profile constructor]\nkeys = broken\n'],
    ['no profile can be named __proto__', '[ __proto__ ]\npolluted = yes\n'],
    ['no profile can be named toString', '[profile "toString"]\npolluted = yes\n'],
  ])('%s', async (why, text) => {
    const objectKeys = Object.keys;
    const { profiles, files } = await read(awsFiles(text, `[a]\n${keys}`));
    expect(files.problems.join()).toContain(why);
    expect(profiles.map(({ name }) => name)).toEqual(['a']);
    expect(Object.keys).toBe(objectKeys);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('are those that are too large, are no files or may not be read', async () => {
    const env = awsFiles('');
    truncateSync(env['AWS_CONFIG_FILE'] ?? '', 5_000_000_000);
    expect((await read(env)).files.problems.join()).toContain('has more than 4 MB');
    expect((await read({ AWS_CONFIG_FILE: temporaryFolder() })).files.problems.join()).toContain(
      'not a file',
    );
    expect((await read({ AWS_CONFIG_FILE: '/dev/zero' })).files.problems.join()).toContain('not a file');
    expect((await read({ AWS_CONFIG_FILE: '/dev/null' })).files.problems).toEqual([]);
    const folder = temporaryFolder();
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0);
    const { problems } = (await read({ AWS_CONFIG_FILE: join(closed, 'config') })).files;
    chmodSync(closed, 0o700);
    // The superuser may read everything.
    if (process.getuid?.() !== 0) expect(problems.join()).toContain('you may not read it');
  });

  it('leave what can be understood of them', async () => {
    const { profiles } = await read(
      awsFiles(
        '\ufeffgarbage\n[profile\n]]\n= 1\n[profile a]\nregion\n = x\nregion = eu-west-1 ; here\n\x07[x',
      ),
    );
    expect(profiles.map(({ name, region }) => [name, region])).toEqual([['a', 'eu-west-1']]);
  });
});

describe('what the files say against a profile', () => {
  const role = (source: string) => `role_arn = arn:aws:iam::1:role/R\nsource_profile = ${source}\n`;
  it.each<[string | undefined, string]>([
    [undefined, `[profile a]\n${keys}`],
    [undefined, `[profile a]\n${keys}${role('a')}`],
    [undefined, `[profile a]\n${role('b')}[profile b]\ncredential_source = Environment`],
    ['has the profile a', ''],
    ['b, which is the source_profile of a', `[profile a]\n${role('b')}`],
    [
      'The profiles a, b, a are the source of each other',
      `[profile a]\n${role('b')}[profile b]\n${role('a')}`,
    ],
    ['has nothing that gives credentials', '[profile a]\nregion = x'],
    ['with neither of', '[profile a]\nrole_arn = r'],
    ['with both of', `[profile a]\n${role('b')}credential_source = Environment`],
    ['sso-session s, which', '[profile a]\nsso_session = s'],
    ['lacks sso_account_id, sso_role_name', '[profile a]\nsso_start_url = u\nsso_region = r'],
    [
      undefined,
      '[profile a]\nsso_session=s\nsso_account_id=1\nsso_role_name=r\n[sso-session s]\nsso_region=r\nsso_start_url=u',
    ],
  ])('%s', async (problem, config) => {
    const found = profileProblem('a', (await read(awsFiles(config))).files);
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });

  it('is told with the file that could not be read', async () => {
    const { files } = await read(awsFiles('[constructor]\na = b\n[profile a]\nregion = x'));
    expect(profileProblem('a', files)).toContain('no profile can be named constructor');
  });
});
