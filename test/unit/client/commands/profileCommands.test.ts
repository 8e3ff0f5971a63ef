import { expect, test } from 'vitest';
import type { WindowProfile } from '../../../../client/src/aws/activeProfile.ts';
import { copyAccountId } from '../../../../client/src/commands/copyAccountId.ts';
import { profileActions } from '../../../../client/src/commands/profileActions.ts';
import { runAwsCommand } from '../../../../client/src/commands/runAwsCommand.ts';
import { Cancelled } from '../../../../client/src/roles/awsError.ts';
import { type Reply, scriptedUi } from '../../../scriptedUi.ts';
import { profileNamed } from '../aws/profileNamed.ts';

/** A window with a profile of this account; what is done to it is written down. */
function windowWith(account: string | undefined, replies: readonly Reply[], role?: string) {
  const done: string[] = [];
  const profile = profileNamed('dev');
  const activeProfile: WindowProfile = {
    profile,
    assumedRole: role === undefined ? undefined : { arn: role, expiration: new Date(0) },
    onChange: () => () => {},
    async connect() {
      done.push('connect');
      return undefined;
    },
    profiles: async () => [profile],
    async connectTo() {
      throw new Error('Nothing connects here.');
    },
    async choose() {
      done.push('choose');
      return undefined;
    },
    connectSilently: async () => undefined,
    use: async () => {},
    stopUsingRole: () => done.push('stop'),
    status: () => ({
      anyProfile: true,
      profile,
      roleArn: undefined,
      account,
      region: undefined,
      endpoint: undefined,
      isRoot: false,
      expiration: undefined,
    }),
    refresh: async () => {},
    async signIn() {
      done.push('sign in');
    },
  };
  const scripted = scriptedUi(...replies);
  return { parts: { activeProfile, ui: scripted.ui }, scripted, done };
}

test('the account id is copied, and AWS asked only where no file tells it', async () => {
  const known = windowWith('123456789012', []);
  await copyAccountId(known.parts);
  expect(known.scripted.copied).toEqual(['123456789012']);
  expect(known.done).toEqual([]);
  const unknown = windowWith(undefined, []);
  await copyAccountId(unknown.parts);
  expect([unknown.scripted.copied, unknown.done]).toEqual([[], ['connect']]);
});

test.each<[string, string[]]>([
  ['Choose AWS Profile…', ['choose']],
  ['Sign In to AWS Again', ['sign in']],
  ['Stop Using Role', ['stop']],
  ['Show Log', ['log']],
])('the status bar leads to “%s”', async (pick, expected) => {
  const { parts, done } = windowWith('123456789012', [{ pick }], 'arn:aws:iam::123456789012:role/R');
  await profileActions(parts, () => done.push('log'));
  expect(done).toEqual(expected);
});

test('a role that is not used cannot be given up', async () => {
  const { parts, scripted } = windowWith('123456789012', ['escape']);
  await profileActions(parts, () => {});
  expect(scripted.lists[0]?.map(({ label }) => label)).not.toContain('Stop Using Role');
});

test('nothing that calls AWS runs in a folder that is not trusted', async () => {
  const { ui, log } = scriptedUi();
  let ran = false;
  const run = () => {
    ran = true;
  };
  await runAwsCommand({ ui, isTrusted: false }, run);
  expect(ran).toBe(false);
  expect(log.join()).toContain('not trusted');
  await runAwsCommand({ ui, isTrusted: true }, run);
  expect(ran).toBe(true);
});

test('an error is told, and a cancellation is none', async () => {
  const { ui, log } = scriptedUi();
  await runAwsCommand({ ui, isTrusted: true }, () => Promise.reject(new Error('It failed, because.')));
  await runAwsCommand({ ui, isTrusted: true }, () => Promise.reject(new Cancelled('Cancelled.')));
  expect(log).toEqual(['fail: It failed, because.']);
});
