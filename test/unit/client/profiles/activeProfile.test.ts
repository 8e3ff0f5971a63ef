import { describe, expect, it } from 'vitest';
import type { Connection, ConnectionPorts } from '../../../../client/src/aws/connection.ts';
import type { Profile } from '../../../../client/src/aws/profile.ts';
import { createActiveProfile } from '../../../../client/src/profiles/createActiveProfile.ts';
import { AwsError, Cancelled } from '../../../../client/src/roles/awsError.ts';
import type { PickItem } from '../../../../client/src/ui/ui.ts';
import { profileNamed } from '../aws/profileNamed.ts';

const expired = new AwsError('Signed out: sign in again.', {
  code: 'signInExpired',
  operation: undefined,
  awsMessage: '',
  requestId: undefined,
  denied: undefined,
});

/** A window with these profiles; what is asked of it is answered by the functions and lists in it. */
function windowWith(all: readonly Profile[], more: { env?: Record<string, string>; setting?: string } = {}) {
  const window = {
    all,
    chosen: undefined as string | undefined,
    recent: [] as readonly string[],
    problems: [] as readonly string[],
    reads: 0,
    loads: 0,
    connects: [] as string[],
    /** What getting credentials comes to, in turn; then it succeeds. */
    outcomes: [] as (Error | undefined)[],
    told: [] as string[],
    rows: [] as string[],
    placeholder: '',
    pick: undefined as string | undefined,
    button: undefined as string | undefined,
    cli: [] as string[],
    endCli: () => {},
    cancel: () => {},
    expiration: undefined as Date | undefined,
    arn: 'arn:aws:iam::123456789012:user/Alice',
  };
  const tell = async (message: string) => {
    window.told.push(message);
    return window.button;
  };
  const connection = (profile: Profile): Connection => ({
    profile,
    region: profile.region ?? 'us-east-1',
    endpoint: profile.endpoint,
    signInEndpoint: undefined,
    caller: async () => ({ account: '123456789012', arn: window.arn, userId: 'u', partition: 'aws' }),
    api() {
      throw new Error('Nothing is called here.');
    },
    async credentials() {
      const outcome = window.outcomes.shift();
      if (outcome !== undefined) throw outcome;
      return { accessKeyId: 'A', secretAccessKey: 'S', sessionToken: 'T', expiration: window.expiration };
    },
    forget() {},
  });
  const active = createActiveProfile({
    env: more.env ?? {},
    state: {
      get chosen() {
        return window.chosen;
      },
      get recent() {
        return window.recent;
      },
      remember(chosen, recent) {
        Object.assign(window, { chosen, recent });
      },
    },
    settings: () => ({ profile: more.setting ?? '', region: '', cliPath: 'aws', productionProfiles: [] }),
    async readProfiles() {
      window.reads += 1;
      const maps = { profiles: new Map(), ssoSessions: new Map(), services: new Map() };
      return { profiles: window.all, files: { ...maps, problems: window.problems } };
    },
    async loadBundle() {
      window.loads += 1;
      return {
        async connect(profile: Profile, _ports: ConnectionPorts) {
          window.connects.push(profile.name);
          return connection(profile);
        },
        connectAs: (base: Connection) => base,
      };
    },
    ui: {
      async pick<T>(
        items: readonly PickItem<T>[] | Promise<readonly PickItem<T>[]>,
        { placeholder }: { placeholder: string },
      ) {
        const rows = await items;
        window.rows = rows.map(({ label, group }) => `${group}: ${label}`);
        window.placeholder = placeholder;
        return rows.find(({ label }) => label === window.pick)?.value;
      },
      warn: tell,
      inform: tell,
      progress(_title, work) {
        const controller = new AbortController();
        window.cancel = () => controller.abort();
        return work(() => {}, controller.signal);
      },
    },
    askMfaCode: async () => undefined,
    log: () => {},
    runCli(args) {
      window.cli.push(args.join(' '));
      return new Promise((settle) => {
        window.endCli = settle;
      });
    },
  });
  return { window, active, connection };
}

const dev = profileNamed('dev');
const sso = profileNamed('work', { kind: 'sso' });
const role = profileNamed('deploy', { kind: 'role', sourceProfile: 'work' });

/** Lets everything that is ready go on. */
const turn = () => new Promise(setImmediate);

describe('the active profile', () => {
  it('reads no file and loads no SDK before it is asked for something', async () => {
    const { window, active } = windowWith([dev]);
    expect(active.profile).toBeUndefined();
    expect(active.status().anyProfile).toBe(false);
    await turn();
    expect([window.reads, window.loads]).toEqual([0, 0]);
  });

  it.each([
    [{ env: { AWS_PROFILE: 'dev' } }, undefined, 'dev'],
    [{ env: { AWS_PROFILE: 'dev' }, setting: 'work' }, undefined, 'work'],
    [{ env: { AWS_PROFILE: 'dev' }, setting: 'work' }, 'deploy', 'deploy'],
    [{}, undefined, undefined],
    [{ env: { AWS_PROFILE: 'gone' } }, undefined, undefined],
  ])('of %o, %s chosen, is %s', async (more, chosen, name) => {
    const { window, active } = windowWith([dev, sso, role], more);
    window.chosen = chosen;
    await active.refresh();
    expect(active.profile?.name).toBe(name);
  });

  it('is asked for where there is none, and remembered', async () => {
    const { window, active } = windowWith([dev, sso]);
    window.pick = 'work';
    expect((await active.connect())?.profile).toBe(sso);
    expect([window.chosen, window.recent]).toEqual(['work', ['work']]);
    expect(window.rows).toEqual(['profiles: dev', 'profiles: work']);
    expect(await active.connect()).toBeDefined();
    expect(window.connects).toEqual(['work']);
  });

  it('is none when the user gives up', async () => {
    const { window, active } = windowWith([dev]);
    expect(await active.connect()).toBeUndefined();
    expect([window.loads, window.chosen]).toEqual([0, undefined]);
  });

  it('is listed first when it was used lately, and last without credentials', async () => {
    const { window, active } = windowWith([profileNamed('empty', { kind: 'none' }), dev, sso, role]);
    window.recent = ['work', 'gone'];
    await active.choose();
    expect(window.rows).toEqual([
      'recently used: work',
      'other profiles: dev',
      'other profiles: deploy',
      'other profiles: empty',
    ]);
  });

  it('says what to do where there are no profiles, or files that cannot be used', async () => {
    const { window, active } = windowWith([]);
    await active.choose();
    expect(window.told.join()).toContain('aws configure');
    window.problems = ['config cannot be read.'];
    await active.refresh();
    await active.choose();
    expect(window.told[1]).toBe('config cannot be read.');
    expect(active.status().anyProfile).toBe(true);
  });

  it('that is in no file any more is told of', async () => {
    const { window, active } = windowWith([dev], { env: { AWS_PROFILE: 'gone' } });
    await active.choose();
    expect(window.placeholder).toContain('gone');
  });

  it('is connected once for all who ask at the same time', async () => {
    const { window, active } = windowWith([dev], { setting: 'dev' });
    const [one, two] = await Promise.all([active.connect(), active.connect()]);
    expect(one).toBe(two);
    expect(window.connects).toEqual(['dev']);
  });

  it('is connected anew after its files changed', async () => {
    const { window, active } = windowWith([dev], { setting: 'dev' });
    await active.connect();
    await Promise.all([active.refresh(), active.refresh(), active.refresh()]);
    expect(window.reads).toBe(3);
    await active.connect();
    expect(window.connects).toEqual(['dev', 'dev']);
  });

  it('tells what is wrong, and nothing when the user cancelled', async () => {
    const { window, active } = windowWith([dev], { setting: 'dev' });
    window.outcomes.push(
      new AwsError('No.', { ...expired.details, code: 'noCredentials' }),
      new Cancelled('x'),
    );
    await expect(active.connect()).rejects.toThrow('No.');
    expect(await active.connect()).toBeUndefined();
    expect(await active.connect()).toBeDefined();
  });

  it('shows account, Region and expiration once they are known', async () => {
    const { window, active } = windowWith([profileNamed('dev', { region: 'eu-west-1' })], { setting: 'dev' });
    window.expiration = new Date(5_000);
    window.arn = 'arn:aws:iam::123456789012:root';
    let changes = 0;
    const takeOff = active.onChange(() => {
      changes += 1;
    });
    await active.connect();
    await turn();
    expect(active.status()).toMatchObject({
      account: '123456789012',
      region: 'eu-west-1',
      isRoot: true,
      expiration: window.expiration,
    });
    expect(changes).toBeGreaterThan(0);
    takeOff();
    const before = changes;
    await active.refresh();
    expect(changes).toBe(before);
    expect(active.status().isRoot).toBe(false);
  });
});

describe('a role in the place of the profile', () => {
  it('is used until it is given up', async () => {
    const { window, active, connection } = windowWith([dev], { setting: 'dev' });
    window.expiration = new Date(5_000);
    const session = connection(dev);
    await active.connect();
    await active.use(session, 'arn:aws:iam::999999999999:role/Deploy');
    expect(active.assumedRole).toEqual({
      arn: 'arn:aws:iam::999999999999:role/Deploy',
      expiration: window.expiration,
    });
    expect(await active.connect()).toBe(session);
    expect(active.status().roleArn).toContain('Deploy');
    active.stopUsingRole();
    expect(active.assumedRole).toBeUndefined();
    expect(await active.connect()).not.toBe(session);
  });

  it('is given up with another profile', async () => {
    const { window, active, connection } = windowWith([dev, sso], { setting: 'dev' });
    await active.use(connection(dev), 'arn:aws:iam::999999999999:role/Deploy');
    window.pick = 'work';
    await active.choose();
    expect((await active.connect())?.profile).toBe(sso);
  });
});

describe('another profile', () => {
  it('is connected once, and does not become the active one', async () => {
    const { window, active } = windowWith([dev, sso], { env: { AWS_PROFILE: 'dev' } });
    expect(await active.profiles()).toEqual([dev, sso]);
    const [one, two] = await Promise.all([active.connectTo('work'), active.connectTo('work')]);
    expect(one).toBe(two);
    expect(one.profile).toBe(sso);
    expect(active.profile).toBe(dev);
    expect(window.connects).toEqual(['work']);
    await active.refresh();
    await active.connectTo('work');
    expect(window.connects).toEqual(['work', 'work']);
  });

  it('that is the active one is not connected twice, and one that is gone is told of', async () => {
    const { window, active } = windowWith([dev], { env: { AWS_PROFILE: 'dev' } });
    const own = await active.connect();
    expect(await active.connectTo('dev')).toBe(own);
    expect(window.connects).toEqual(['dev']);
    await expect(active.connectTo('gone')).rejects.toThrow(/No AWS file has the profile gone any more/);
  });
});

describe('a sign-in that has run out', () => {
  it('is renewed by the source profile, and what was begun goes on when a file changes', async () => {
    const { window, active } = windowWith([sso, role], { setting: 'deploy' });
    window.outcomes.push(expired, expired);
    window.button = 'Sign In';
    const connecting = active.connect();
    await turn();
    expect(window.cli).toEqual(['sso login --profile work']);
    await active.refresh();
    await turn();
    window.outcomes.length = 0;
    await active.refresh();
    expect((await connecting)?.profile).toBe(role);
    expect(window.told).toEqual(['Signed out: sign in again.']);
  });

  it('goes on when the command has ended', async () => {
    const { window, active } = windowWith([profileNamed('a', { kind: 'login' })], { setting: 'a' });
    window.outcomes.push(expired);
    window.button = 'Sign In';
    const connecting = active.connect();
    await turn();
    expect(window.cli).toEqual(['login --profile a']);
    window.endCli();
    expect(await connecting).toBeDefined();
  });

  it('fails when the command has ended without one', async () => {
    const { window, active } = windowWith([sso], { setting: 'work' });
    window.outcomes.push(expired, expired);
    window.button = 'Sign In';
    const connecting = active.connect();
    await turn();
    window.endCli();
    await expect(connecting).rejects.toBe(expired);
  });

  it('is given up by a click', async () => {
    const { window, active } = windowWith([sso], { setting: 'work' });
    window.outcomes.push(expired);
    expect(await active.connect()).toBeUndefined();
    window.outcomes.push(expired);
    window.button = 'Sign In';
    const connecting = active.connect();
    await turn();
    window.cancel();
    expect(await connecting).toBeUndefined();
  });

  it('is no matter of profiles that have none', async () => {
    const { window, active } = windowWith([dev], { setting: 'dev' });
    await active.signIn();
    expect(window.told.join()).toContain('has no sign-in that could be renewed');
    expect(window.cli).toEqual([]);
  });
});

it('remembers names of profiles and nothing else', async () => {
  const { window, active } = windowWith([dev]);
  window.pick = 'dev';
  await active.connect();
  expect([window.chosen, window.recent]).toEqual(['dev', ['dev']]);
});

describe('connecting silently', () => {
  it('asks for no profile where none is active', async () => {
    const { window, active } = windowWith([dev]);
    expect(await active.connectSilently()).toBe(undefined);
    expect(window.rows).toEqual([]);
    expect(window.loads).toBe(0);
  });

  it('connects the active one, whose files it reads first', async () => {
    const { window, active } = windowWith([dev], { env: { AWS_PROFILE: 'dev' } });
    expect((await active.connectSilently())?.profile.name).toBe('dev');
    expect(window.reads).toBe(1);
  });

  it('throws where the sign-in has run out, and offers nothing', async () => {
    const { window, active } = windowWith([sso], { env: { AWS_PROFILE: 'work' } });
    window.outcomes = [expired];
    await expect(active.connectSilently()).rejects.toBe(expired);
    expect(window.told).toEqual([]);
  });

  it('takes the assumed role in place of the profile', async () => {
    const { active, connection } = windowWith([dev], { env: { AWS_PROFILE: 'dev' } });
    const assumed = connection(role);
    await active.use(assumed, 'arn:aws:iam::123456789012:role/deploy');
    expect(await active.connectSilently()).toBe(assumed);
  });
});
