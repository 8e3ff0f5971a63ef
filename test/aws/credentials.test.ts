import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../client/src/roles/awsError.ts';
import { code, credentialWorld, device, roleArn } from './credentialWorld.ts';
import { exampleAccount, newRole, trusting } from './fake/seeds.ts';

const { home, fake, secrets, alice, keys, config, role, calls, arnOf, failure } = credentialWorld();

describe('keys', () => {
  it('of the credentials file are taken, and got anew when they change', async () => {
    home.write('.aws/credentials', `[a]\n${keys()}`);
    const connection = await home.connect('a');
    expect((await connection.caller()).arn).toBe(`arn:aws:iam::${exampleAccount}:user/Alice`);
    home.write('.aws/credentials', '[a]\naws_access_key_id = AKIANEW\naws_secret_access_key = new\n');
    expect((await connection.credentials()).accessKeyId).not.toBe('AKIANEW');
    connection.forget();
    expect((await connection.credentials()).accessKeyId).toBe('AKIANEW');
  });

  it('of the environment are a profile of their own', async () => {
    process.env['AWS_ACCESS_KEY_ID'] = alice().accessKeyId;
    process.env['AWS_SECRET_ACCESS_KEY'] = alice().secretAccessKey;
    expect(await arnOf('environment variables')).toContain('user/Alice');
  });

  it('with mfa_serial make a session with MFA, by one code for all clients and profiles', async () => {
    config(`[profile a]\n${keys()}mfa_serial = ${device}\n[profile b]\n${keys()}mfa_serial = ${device}\n`);
    home.codes.push(code);
    const connection = await home.connect('a');
    const used = await Promise.all([
      connection.credentials(),
      connection.caller(),
      connection.api().listMfaDevices(),
    ]);
    expect(used[0].accessKeyId).toMatch(/^ASIA/);
    expect(await arnOf('b')).toContain('user/Alice');
    expect(home.asked).toEqual([[device, undefined]]);
    expect(calls('GetSessionToken')).toHaveLength(1);
  });
});

describe('a role', () => {
  it('is assumed by the keys of its source, with what the profile says', async () => {
    const section = role(
      'Deploy',
      'source_profile = base\nexternal_id = the-external-id\nrole_session_name = alice\nduration_seconds = 900',
      {
        name: 'Deploy',
        trustPolicy: trusting(
          { AWS: `arn:aws:iam::${exampleAccount}:root` },
          { Condition: { StringEquals: { 'sts:ExternalId': 'the-external-id' } } },
        ),
      },
    );
    config(`${section}[profile base]\n${keys()}`);
    expect(await arnOf('Deploy')).toBe(`arn:aws:sts::${exampleAccount}:assumed-role/Deploy/alice`);
    expect(calls('AssumeRole')[0]?.parameters).toMatchObject({ DurationSeconds: '900' });
  });

  it('is assumed along a chain', async () => {
    config(
      `${role('Two', 'source_profile = One') + role('One', 'source_profile = base')}[profile base]\n${keys()}`,
    );
    expect(await arnOf('Two')).toContain('assumed-role/Two/');
    expect(calls('AssumeRole').map(({ parameters }) => parameters['RoleArn'])).toEqual([
      roleArn('One'),
      roleArn('Two'),
    ]);
  });

  it('may be its own source by the keys beside it', async () => {
    config(role('Self', `source_profile = Self\n${keys()}`));
    expect(await arnOf('Self')).toContain('assumed-role/Self/');
  });

  it('takes the environment as its source', async () => {
    process.env['AWS_ACCESS_KEY_ID'] = alice().accessKeyId;
    process.env['AWS_SECRET_ACCESS_KEY'] = alice().secretAccessKey;
    config(role('Env', 'credential_source = Environment'));
    expect(await arnOf('Env')).toContain('assumed-role/Env/');
  });

  it.each([
    ['Environment', /AWS_ACCESS_KEY_ID/],
    ['EcsContainer', /gives no credentials on this machine/],
    ['Elsewhere', /write one of Environment, EcsContainer, Ec2InstanceMetadata/],
    ['constructor', /which AWS does not have/],
  ])('says that the credential_source %s gives nothing', async (source, message) => {
    config(role('Named', `credential_source = ${source}`));
    expect((await failure('Named')).message).toMatch(message);
  });

  it('with MFA asks for one code for all roles, profiles and clients at once', async () => {
    const mfa = `source_profile = base\nmfa_serial = ${device}`;
    config(
      role('One', mfa) +
        role('Two', mfa) +
        role('Chained', 'source_profile = One') +
        `[profile base]\n${keys()}`,
    );
    home.codes.push(code);
    const [one, two, chained] = await Promise.all([arnOf('One'), arnOf('Two'), arnOf('Chained')]);
    expect([one, two, chained].map((arn) => arn.split('/')[1])).toEqual(['One', 'Two', 'Chained']);
    expect(home.asked).toHaveLength(1);
  });

  it('takes the mfa_serial of its source, too', async () => {
    config(`${role('One', 'source_profile = base')}[profile base]\n${keys()}mfa_serial = ${device}\n`);
    home.codes.push(code);
    expect(await arnOf('One')).toContain('assumed-role/One/');
    expect(home.asked).toHaveLength(1);
  });

  it('that is to last longer than an hour is assumed with the code itself', async () => {
    const section = role('Long', `source_profile = base\nmfa_serial = ${device}\nduration_seconds = 7200`, {
      name: 'Long',
      maxSessionDuration: 7200,
    });
    config(`${section}[profile base]\n${keys()}`);
    home.codes.push(code);
    expect(await arnOf('Long')).toContain('assumed-role/Long/');
    expect(calls('GetSessionToken')).toEqual([]);
  });

  it('is assumed with the code itself where GetSessionToken is denied', async () => {
    fake().fail('GetSessionToken', { denied: { by: 'identity-based', explicit: true } });
    config(`${role('One', `source_profile = base\nmfa_serial = ${device}`)}[profile base]\n${keys()}`);
    home.codes.push(code, code);
    expect(await arnOf('One')).toContain('assumed-role/One/');
    expect(calls('AssumeRole')[0]?.parameters).toMatchObject({ SerialNumber: device });
    expect(home.asked).toHaveLength(2);
  });

  it('asks again for a code that AWS does not take, and says why', async () => {
    config(`${role('One', `source_profile = base\nmfa_serial = ${device}`)}[profile base]\n${keys()}`);
    home.codes.push('000000', code);
    expect(await arnOf('One')).toContain('assumed-role/One/');
    expect(home.asked[1]?.[1]).toContain('wait for the next');
  });

  it('is given up with the code', async () => {
    config(`${role('One', `source_profile = base\nmfa_serial = ${device}`)}[profile base]\n${keys()}`);
    const connection = await home.connect('One');
    await expect(connection.credentials()).rejects.toBeInstanceOf(Cancelled);
  });

  it('is not asked a code for where its source has no credentials', async () => {
    const source =
      '[profile base]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = Sso\n[sso-session s]\nsso_region = us-east-1\nsso_start_url = https://example.awsapps.com/start\n';
    config(role('One', `source_profile = base\nmfa_serial = ${device}`) + source);
    expect((await failure('One')).details.code).toBe('signInExpired');
    expect(home.asked).toEqual([]);
  });

  it('says what AWS says against it', async () => {
    config(`[profile a]\nrole_arn = ${roleArn('Missing')}\nsource_profile = base\n[profile base]\n${keys()}`);
    const { details, message } = await failure('a');
    expect(details).toMatchObject({ code: 'AccessDenied', operation: 'sts:AssumeRole' });
    expect(message).toContain('sts:AssumeRole');
  });
});

describe('a credential process', () => {
  const printing = (value: object) =>
    `[profile a]\ncredential_process = ${process.execPath} ${script(`console.log(${JSON.stringify(JSON.stringify(value))})`)}\n`;
  const script = (text: string) => {
    const file = join(home.folder, 'process.cjs');
    home.write(file, text);
    return file;
  };

  it('gives what it prints', async () => {
    config(
      printing({ Version: 1, AccessKeyId: alice().accessKeyId, SecretAccessKey: alice().secretAccessKey }),
    );
    expect(await arnOf('a')).toContain('user/Alice');
  });

  it.each<[RegExp, string]>([
    [/ended with an error/, 'console.error("the-external-id"); process.exit(3)'],
    [/did not print credentials/, 'console.log("the-external-id")'],
    [/did not print credentials/, 'console.log("{}")'],
    [
      /have expired/,
      'console.log(JSON.stringify({ Version: 1, AccessKeyId: "A", SecretAccessKey: "B", Expiration: "2020-01-01T00:00:00Z" }))',
    ],
  ])('%s, and nothing of what it printed is told', async (message, text) => {
    config(`[profile a]\ncredential_process = ${process.execPath} ${script(text)} --token the-external-id\n`);
    const error = await failure('a');
    expect(error.details.code).toBe('credentialProcessFailed');
    expect(error.message).toMatch(message);
  });
});

describe('web identity', () => {
  const claims = { iss: 'https://idp.example.com', aud: 'sts.amazonaws.com', sub: 'me', exp: 4_000_000_000 };
  const token = `header.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.the-signature`;
  const profile = `[profile a]\nrole_arn = ${roleArn('Web')}\nweb_identity_token_file = `;

  it('gives the role by the token', async () => {
    secrets.push(token);
    const provider = `arn:aws:iam::${exampleAccount}:oidc-provider/idp.example.com`;
    fake().state.identityProviders.push(provider);
    const trustPolicy = trusting({ Federated: provider }, { Action: 'sts:AssumeRoleWithWebIdentity' });
    fake().state.roles.push(newRole({ name: 'Web', trustPolicy }));
    const file = join(home.folder, 'token');
    home.write(file, token);
    config(`${profile}${file}\n`);
    expect(await arnOf('a')).toContain('assumed-role/Web/');
  });

  it.each(['/does/not/exist', '/dev/zero'])('says that %s is no token', async (file) => {
    config(`${profile}${file}\n`);
    expect((await failure('a')).details.code).toBe('tokenFileUnreadable');
  });
});

describe('the files', () => {
  it('are read anew with each connection', async () => {
    config(`[profile a]\n${keys()}region = eu-west-1\n`);
    expect((await home.connect('a')).region).toBe('eu-west-1');
    config(`[profile a]\n${keys()}region = eu-west-2\n`);
    expect((await home.connect('a')).region).toBe('eu-west-2');
  });

  it('may lose the profile meanwhile', async () => {
    config(`[profile a]\n${keys()}`);
    const connection = await home.connect('a');
    config('');
    await expect(connection.credentials()).rejects.toMatchObject({ details: { code: 'noSuchProfile' } });
  });

  it('cannot send a request to another host by a Region', async () => {
    config(`[profile a]\n${keys()}region = evil.example.com/?\n`);
    await expect(home.connect('a')).rejects.toMatchObject({ details: { code: 'invalidRegion' } });
  });

  it('give each profile its own endpoint, whatever AWS_PROFILE names', async () => {
    delete process.env['AWS_ENDPOINT_URL'];
    process.env['AWS_PROFILE'] = 'other';
    config(
      `[profile a]\n${keys()}services = s\n[services s]\nsts =\n  endpoint_url = ${fake().url}\n[profile other]\nendpoint_url = http://127.0.0.1:9\n`,
    );
    const connection = await home.connect('a');
    expect(connection.endpoint).toBe(fake().url);
    expect((await connection.caller()).account).toBe(exampleAccount);
  });
});
