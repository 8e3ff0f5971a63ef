import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assumeRole } from '../../client/src/commands/assumeRole.ts';
import { verifyRole } from '../../client/src/commands/verifyRole.ts';
import { type Reply, type ScriptedUi, scriptedUi } from '../scriptedUi.ts';
import { connectionTo } from './connection.ts';
import { newCaller, newPolicy, newRole, trusting } from './fake/seeds.ts';
import { type FakeAws, startFakeAws } from './fake/startFakeAws.ts';
import { must } from './must.ts';
import { type SessionBench, sessionBench } from './sessionCommands.ts';

const account = '123456789012';
const alice = `arn:aws:iam::${account}:user/Alice`;
const deploy = `arn:aws:iam::${account}:role/deploy`;

let fake: FakeAws;
const ends: (() => unknown)[] = [];
beforeEach(async () => {
  fake = await startFakeAws();
  ends.push(fake.stop);
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type Command = (parts: SessionBench['parts'], argument?: unknown) => Promise<void>;

interface Run extends SessionBench {
  readonly person: ScriptedUi;
}

/**
 * Goes through a command as a person that replies so, with the keys of the fake's caller; all replies are used, and no
 * secret is told.
 */
async function run(
  command: Command,
  argument: unknown,
  replies: readonly Reply[],
  {
    caller = fake.state.callers[0],
    ...options
  }: Parameters<typeof sessionBench>[2] & {
    caller?: FakeAws['state']['callers'][number] | undefined;
  } = {},
): Promise<Run> {
  const { accessKeyId, secretAccessKey, sessionToken } = must(caller);
  const keys = { accessKeyId, secretAccessKey, sessionToken, expiration: undefined };
  const person = scriptedUi(...replies);
  const logged: string[] = [];
  const connection = connectionTo(fake.url, {
    credentials: async () => keys,
    log: (line) => void logged.push(line),
  });
  const bench = await sessionBench(person, connection, options);
  ends.push(bench.dispose);
  await command(bench.parts, argument);
  expect(person.left, person.log.join('\n')).toEqual([]);
  const { log, inputs, lists, shown, opened, edited } = person;
  const told = [
    logged,
    log,
    inputs,
    lists,
    shown,
    opened,
    edited,
    bench.terminals.map(({ name }) => name),
    bench.configFile,
    bench.parts.recentRoles.list(),
  ];
  expect(logged).not.toEqual([]);
  expect(secrets().filter((secret) => JSON.stringify(told).includes(secret))).toEqual([]);
  return Object.assign(bench, { person });
}

/** Of all who call, sessions among them. */
function secrets(): readonly string[] {
  return fake.state.callers.flatMap(({ secretAccessKey, sessionToken }) =>
    sessionToken === undefined ? [secretAccessKey] : [secretAccessKey, sessionToken],
  );
}

function addRole(trustPolicy: string, more: Partial<Parameters<typeof newRole>[0]> = {}) {
  const role = newRole({ name: 'deploy', trustPolicy, ...more });
  fake.state.roles.push(role);
  return role;
}

function assumed() {
  return fake.calls.filter(({ operation }) => operation === 'AssumeRole').map(({ parameters }) => parameters);
}

describe('Assume Role', () => {
  test('asks for nothing that is not needed, and opens a terminal with the session alone', async () => {
    addRole(trusting({ AWS: alice }));
    const { terminals, person, parts } = await run(assumeRole, deploy, [
      { pick: 'Assume Role' },
      { pick: 'Open Terminal' },
    ]);
    expect(assumed()).toMatchObject([{ RoleArn: deploy, RoleSessionName: 'Alice', DurationSeconds: '3600' }]);
    expect(terminals).toHaveLength(1);
    expect(terminals[0]?.name).toMatch(/^AWS: deploy@123456789012 \(expires \d\d:\d\d\)$/);
    const { environment } = must(terminals[0]);
    expect(environment['AWS_ACCESS_KEY_ID']).toMatch(/^ASIA/);
    expect(environment).toMatchObject({ AWS_PROFILE: null, AWS_REGION: 'us-east-1' });
    expect(secrets()).toContain(environment['AWS_SECRET_ACCESS_KEY']);
    expect(secrets()).toContain(environment['AWS_SESSION_TOKEN']);
    expect(person.copied).toEqual([]);
    expect(parts.recentRoles.list()).toEqual([deploy]);
  });

  test('fills in the external ID and the MFA device that the trust policy asks for', async () => {
    const Condition = {
      StringEquals: { 'sts:ExternalId': 'blue' },
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    };
    addRole(trusting({ AWS: alice }, { Condition }), { maxSessionDuration: 7200 });
    const { person } = await run(assumeRole, 'deploy', [
      { pick: 'Duration' },
      { pick: '2 hours' },
      { pick: 'Assume Role' },
      { type: '12345' },
      { type: '123456' },
      'escape',
    ]);
    expect(assumed()).toMatchObject([
      {
        DurationSeconds: '7200',
        ExternalId: 'blue',
        SerialNumber: `arn:aws:iam::${account}:mfa/Alice`,
        TokenCode: '123456',
      },
    ]);
    expect(person.inputs.map(({ complaint }) => complaint)).toEqual(['The code has 6 digits.', undefined]);
  });

  test('sends source identity, session tags and the open policy as session policy', async () => {
    const Action = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
    addRole(trusting({ AWS: alice }, { Action }));
    const reader = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
    };
    await run(
      assumeRole,
      deploy,
      [
        { pick: 'Source identity' },
        { type: 'alice' },
        { pick: 'Session tags' },
        { type: 'team*=blue' },
        { pick: 'Session policy' },
        { pick: 'reader.json' },
        { pick: 'Session name' },
        { type: 'two words' },
        { type: 'release-7' },
        { pick: 'Assume Role' },
        'escape',
      ],
      { documents: { 'file:///reader.json': reader } },
    );
    const [sent] = assumed();
    expect(sent).toMatchObject({ SourceIdentity: 'alice', RoleSessionName: 'release-7' });
    expect(JSON.stringify(sent)).toContain('team');
    expect(JSON.parse(String(must(sent)['Policy']))).toEqual(reader);
  });

  test('caps a chained session at one hour and says why', async () => {
    addRole(trusting({ AWS: `arn:aws:iam::${account}:root` }), { maxSessionDuration: 43_200 });
    const session = newCaller({
      arn: `arn:aws:sts::${account}:assumed-role/build/alice`,
      userId: 'AROAEXAMPLEBUILDROLE:alice',
      kind: 'role',
      roleArn: `arn:aws:iam::${account}:role/build`,
      sessionToken: 'token',
    });
    fake.state.callers.push(session);
    const { person } = await run(assumeRole, deploy, [{ pick: 'Assume Role' }, 'escape'], {
      caller: session,
    });
    const duration = person.lists[0]?.find(({ label }) => label === 'Duration');
    expect(duration?.description).toBe('1 hour');
    expect(duration?.detail).toMatch(/AWS limits a chained session to one hour/);
  });

  test('tries a role again that AWS does not know everywhere yet', async () => {
    addRole(trusting({ AWS: alice }), { created: new Date().toISOString() });
    fake.fail('AssumeRole', { denied: {} }, 2);
    const { waits } = await run(assumeRole, deploy, [{ pick: 'Assume Role' }, 'escape']);
    expect(assumed()).toHaveLength(3);
    expect(waits).toEqual([1000, 2000]);
  });

  test('acts as the role in this window, and renews the session with the same form', async () => {
    addRole(trusting({ AWS: alice }));
    const { used } = await run(assumeRole, deploy, [
      { pick: 'Assume Role' },
      { pick: 'Use for This Window' },
    ]);
    expect(used.map(({ arn }) => arn)).toEqual([deploy]);
    const { connection } = must(used[0]);
    expect((await connection.caller()).arn).toBe(`arn:aws:sts::${account}:assumed-role/deploy/Alice`);
    connection.forget();
    await connection.caller();
    expect(assumed()).toHaveLength(2);
  });

  test('writes a role profile when that is confirmed, with no keys', async () => {
    addRole(trusting({ AWS: alice }));
    const bench = await run(assumeRole, deploy, [
      { pick: 'Assume Role' },
      { pick: 'Write Role Profile' },
      { type: 'default' },
      { type: 'deploy' },
      { press: 'Write Profile' },
    ]);
    expect(bench.configFile).toBe(
      `[default]\nregion = eu-west-1\n\n[profile deploy]\nrole_arn = ${deploy}\nsource_profile = test\nrole_session_name = Alice\nregion = us-east-1\n`,
    );
  });

  test('copies keys on explicit choice only, and opens the console with a token', async () => {
    addRole(trusting({ AWS: alice }));
    const { person } = await run(assumeRole, deploy, [
      { pick: 'Assume Role' },
      { pick: 'Copy as Environment Lines' },
      { pick: 'bash' },
    ]);
    expect(person.copied[0]).toMatch(/^export AWS_ACCESS_KEY_ID='ASIA/);
    const { signInUrls } = await run(assumeRole, deploy, [
      { pick: 'Assume Role' },
      { pick: 'Open AWS Console' },
    ]);
    expect(signInUrls[0]).toContain(`SigninToken=${fake.state.signins[0]?.token}`);
    expect(fake.state.signins[0]?.duration).toBeUndefined();
  });
});

describe('a refusal', () => {
  test('by the trust policy is told and mended', async () => {
    fake.state.roles.push(newRole({ name: 'build' }));
    const role = addRole(trusting({ AWS: `arn:aws:iam::${account}:role/build` }));
    const { person } = await run(assumeRole, deploy, [
      { pick: 'Assume Role' },
      { press: 'Update Trust Policy…' },
      { press: 'Update' },
    ]);
    const failure = person.log.find((line) => line.startsWith('fail: '));
    expect(failure).toContain(
      'No statement of the trust policy that allows sts:AssumeRole names the caller, user Alice',
    );
    expect(JSON.parse(role.trustPolicy).Statement[0].Principal.AWS).toEqual([
      `arn:aws:iam::${account}:role/build`,
      alice,
    ]);
    await run(assumeRole, deploy, [{ pick: 'Assume Role' }, 'escape']);
  });

  test.each([
    [
      'a wrong external ID',
      { StringEquals: { 'sts:ExternalId': ['blue', 'red'] } },
      /external ID .* none was given/,
    ],
    ['no MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, /asks for multi-factor authentication/],
  ])('because of %s names it and does not touch the trust policy', async (_name, Condition, reason) => {
    addRole(trusting({ AWS: alice }, { Condition }));
    const replies: Reply[] =
      'Bool' in Condition
        ? [{ pick: 'MFA device' }, { pick: 'None' }, { pick: 'Assume Role' }]
        : [{ pick: 'Assume Role' }];
    const { person } = await run(assumeRole, deploy, replies);
    expect(person.log.at(-1)).toMatch(reason);
    expect(person.log.at(-1)).not.toContain('Update Trust Policy');
  });

  test('because of the caller’s own policies names them', async () => {
    addRole(trusting({ AWS: account }));
    must(fake.state.callers[0]).policies = [
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['iam:*', 'sts:GetCallerIdentity'], Resource: '*' }],
      }),
    ];
    const { person } = await run(assumeRole, deploy, [{ pick: 'Assume Role' }]);
    expect(person.log.at(-1)).toMatch(
      /The policies of arn:aws:iam::123456789012:user\/Alice do not allow sts:AssumeRole/,
    );
  });

  test('of a role that is not there, or in another account, says what can be told', async () => {
    const elsewhere = 'arn:aws:iam::444455556666:role/deploy';
    for (const arn of [deploy, elsewhere]) {
      const { person } = await run(assumeRole, arn, [{ pick: 'Assume Role' }]);
      expect(person.log.at(-1)).toMatch(/trust policy could not be read/);
    }
  });
});

describe('Verify Role', () => {
  test('reports on a role that can be assumed', async () => {
    addRole(trusting({ AWS: alice }), {
      description: '<b>bold</b> | text',
      tags: { team: 'blue' },
      inlinePolicies: {
        reader: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*' },
          ],
        }),
      },
    });
    const { person } = await run(verifyRole, deploy, []);
    const report = must(person.shown[0]).text;
    expect(report).toContain('Nothing is amiss.');
    expect(report).toContain('Allows user Alice of account 123456789012 to assume this role.');
    expect(report).toContain('\\<b\\>bold\\</b\\> \\| text');
    expect(report).toMatch(
      /Yes, with the active credentials: `arn:aws:sts::123456789012:assumed-role\/deploy\/Alice`/,
    );
    expect(report).toContain('`team=blue`');
  });

  test('names each discrepancy', async () => {
    addRole(trusting({ Service: 'ec2.amazonaws.com' }), {
      boundary: `arn:aws:iam::${account}:policy/gone`,
      inlinePolicies: {
        wide: '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObjects","Resource":"*"}}',
      },
    });
    const { person } = await run(verifyRole, deploy, []);
    const report = must(person.shown[0]).text;
    expect(report).toContain('it is in no instance profile');
    expect(report).toContain('policy/gone is named by the role, but AWS has none');
    expect(report).toContain('INVALID\\_ACTION');
    expect(report).toContain('nobody can try that for them');
    expect(report).toContain('**3 things are not as expected:**');
    expect(assumed()).toEqual([]);
  });

  test('names what is around the role and does not fit', async () => {
    const written = { Effect: 'Allow', Action: 's3:GetObjects', Resource: '*' };
    const wrong = JSON.stringify({ Version: '2012-10-17', Statement: written });
    const policy = newPolicy({ name: 'wide' }, wrong);
    fake.state.policies.push(policy);
    addRole(trusting({ Service: 'ec2.amazonaws.com', AWS: 'AIDACKCEVSQ6C2EXAMPLE' }), {
      attachedPolicies: [policy.arn],
    });
    const { parts } = await run(verifyRole, 'nobody', []);
    await must(await parts.activeProfile.connect())
      .api()
      .createInstanceProfile('deploy', '/', {});
    const { person } = await run(verifyRole, deploy, []);
    const report = must(person.shown[0]).text;
    expect(report).toContain(
      'The instance profile deploy, of the same name, is empty: put the role into it.',
    );
    expect(report).toContain('INVALID\\_USER\\_REFERENCE');
    expect(report).toMatch(/The attached policy wide: .*s3:GetObjects/);
  });

  test('leaves a service-linked role to its service', async () => {
    const service = 'autoscaling.amazonaws.com';
    addRole(trusting({ Service: service }, { Sid: 'not valid' }), {
      name: 'AWSServiceRoleForAutoScaling',
      path: `/aws-service-role/${service}/`,
    });
    const { person } = await run(verifyRole, 'AWSServiceRoleForAutoScaling', []);
    const report = must(person.shown[0]).text;
    expect(report).toContain('service-linked: only its AWS service changes it');
    expect(report).toContain('Nothing is amiss.');
  });

  test('offers the change of a trust policy that refuses', async () => {
    fake.state.roles.push(newRole({ name: 'build' }));
    const role = addRole(trusting({ AWS: `arn:aws:iam::${account}:role/build` }));
    await run(verifyRole, deploy, [{ press: 'Update Trust Policy…' }, { press: 'Update' }]);
    expect(role.trustPolicy).toContain(alice);
  });

  test('says that there is no such role', async () => {
    const { person } = await run(verifyRole, 'nobody', []);
    expect(person.log.at(-1)).toMatch(/Account 123456789012 has no role nobody/);
  });
});
