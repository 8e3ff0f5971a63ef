import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExplorerCommandId } from '../../client/src/commands/explorer/explorerCommandIds.ts';
import { explorerCommands } from '../../client/src/commands/explorer/explorerCommands.ts';
import type { ExplorerNode } from '../../client/src/roles/explorer/explorerNode.ts';
import { type Reply, scriptedUi } from '../scriptedUi.ts';
import { type ServedPolicies, servedPolicies } from '../servedPolicies.ts';
import { connectionTo } from './connection.ts';
import { newPolicy, newRole } from './fake/seeds.ts';
import { fakeOfEachTest } from './fakeClients.ts';
import { roleCommandParts } from './roleCommands.ts';
import { type ExplorerBench, explorerBench, labelsOf } from './roleExplorer.ts';

const fake = fakeOfEachTest();
let policies: ServedPolicies;
beforeAll(async () => {
  policies = await servedPolicies({});
});
afterAll(() => policies.dispose());

const allowed =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}';
let bench: ExplorerBench;
beforeEach(() => {
  const policy = newPolicy({ name: 'orders' }, allowed);
  const boundary = policy.arn;
  fake().state.policies.push(policy);
  fake().state.roles.push(
    newRole({ name: 'reader', inlinePolicies: { own: allowed }, attachedPolicies: [policy.arn], boundary }),
    newRole({ name: 'writer', path: '/teams/' }),
  );
  bench = explorerBench(async () => connection(), policies);
});

function connection() {
  const [{ accessKeyId = '', secretAccessKey = '' } = {}] = fake().state.callers;
  return connectionTo(fake().url, {
    credentials: async () => ({
      accessKeyId,
      secretAccessKey,
      sessionToken: undefined,
      expiration: undefined,
    }),
  });
}

/** Runs a command on a row, as a person who replies so. */
async function run(id: ExplorerCommandId, row: ExplorerNode | undefined, ...replies: readonly Reply[]) {
  const person = scriptedUi(...replies);
  let signIns = 0;
  await explorerCommands[id](
    {
      ui: person.ui,
      openPolicies: policies,
      activeProfile: {
        ...roleCommandParts(person, policies, connection()).activeProfile,
        connectSilently: async () => connection(),
        signIn: async () => {
          signIns += 1;
        },
      },
      explorer: bench.explorer,
    },
    row,
  );
  expect(person.left, person.log.join('\n')).toEqual([]);
  return { ...person, signIns: () => signIns };
}

describe('opening a row', () => {
  test('a refused list opens the statement as a policy, and copies it', async () => {
    fake().fail('ListRoles', { denied: { by: 'identity-based' } });
    const [row] = await bench.rowsAt();
    const { edited } = await run('iamRoles.openRoleItem', row);
    expect(JSON.parse(edited[0] ?? '').Statement).toMatchObject([{ Action: 'iam:ListRoles' }]);
    const { copied } = await run('iamRoles.copyMissingStatement', row);
    expect(JSON.parse(copied[0] ?? '')).toMatchObject({ Action: 'iam:ListRoles' });
  });

  test('a session that ended while roles were open offers to sign in', async () => {
    const role = await bench.rowAt('/', 'reader');
    fake().fail('*', 'expiredToken');
    const [row] = (await bench.explorer.children(role)).filter(({ label }) => label === 'Signed out');
    const { signIns } = await run('iamRoles.openRoleItem', row);
    expect(signIns()).toBe(1);
    expect(bench.changes.at(-1)).toBe('all');
  });
});

test('names and ARNs are copied', async () => {
  const row = await bench.rowAt('/teams/', 'writer');
  expect((await run('iamRoles.copyRoleName', row)).copied).toEqual(['writer']);
  expect((await run('iamRoles.copyRoleArn', row)).copied).toEqual([
    'arn:aws:iam::123456789012:role/teams/writer',
  ]);
});

test('filters add up, are taken back one by one, and all at once', async () => {
  await run('iamRoles.filterRoles', undefined, { pick: 'Name' }, { type: 'er' });
  await run(
    'iamRoles.filterRoles',
    undefined,
    { pick: 'Not Used for Days' },
    { type: '500' },
    { type: '90' },
  );
  expect(bench.explorer.arrangement.filter).toEqual({ name: 'er', unusedDays: 90 });
  const { lists, inputs } = await run('iamRoles.filterRoles', undefined, { pick: 'Name' }, { type: '' });
  expect(lists[0]?.filter(({ detail }) => detail === 'on').map(({ label }) => label)).toEqual([
    'Name',
    'Not Used for Days',
  ]);
  expect(inputs[0]?.value).toBe('er');
  expect(bench.explorer.arrangement.filter).toEqual({ unusedDays: 90 });
  await run('iamRoles.filterRoles', undefined, { pick: 'With Findings' });
  await run('iamRoles.filterRoles', undefined, 'escape');
  expect(bench.explorer.arrangement.filter).toEqual({ unusedDays: 90, withFindings: true });
  await run('iamRoles.clearRoleFilter', undefined);
  expect(bench.explorer.arrangement.filter).toEqual({});
});

test('roles are grouped as is chosen', async () => {
  await run('iamRoles.groupRoles', undefined, { pick: 'Who May Assume Them' });
  expect(labelsOf(await bench.rowsAt())).toEqual(['AWS Accounts']);
});
