import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pullRole } from '../../../client/src/commands/folder/pullRole.ts';
import { pushRole } from '../../../client/src/commands/folder/pushRole.ts';
import { showRoleDrift } from '../../../client/src/commands/folder/showRoleDrift.ts';
import type { AwsApi } from '../../../client/src/roles/awsApi.ts';
import type { FolderFiles } from '../../../client/src/ui/folderFiles.ts';
import type { Reply } from '../../scriptedUi.ts';
import { accountOf, emptyAccount } from '../accountOf.ts';
import { connectionTo } from '../connection.ts';
import { motoOfThisFile } from '../moto.ts';
import { liveBench, reader, trust, written } from './bench.ts';

const moto = motoOfThisFile();
const api = (): AwsApi => connectionTo(moto.url).api();
const roleName = 'orders-reader';
const policyArn = 'arn:aws:iam::123456789012:policy/team/orders';

let folder = '';
let home = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'iam-roles-folder-'));
  home = join(folder, roleName);
  await api().createPolicy({
    name: 'orders',
    path: '/team/',
    description: '',
    document: JSON.stringify(reader('one')),
    tags: {},
  });
  await api().createRole({
    name: roleName,
    path: '/teams/',
    trustPolicy: JSON.stringify(trust('ec2.amazonaws.com')),
    description: 'Reads orders',
    maxSessionDuration: 7200,
    permissionsBoundary: policyArn,
    tags: { team: 'orders' },
  });
  await api().putRolePolicy(roleName, 'read', JSON.stringify(reader('one')));
  await api().attachRolePolicy(roleName, policyArn);
  await api().attachRolePolicy(roleName, 'arn:aws:iam::aws:policy/ReadOnlyAccess');
}, 30_000);
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await emptyAccount(api());
}, 30_000);

const files = (chosen: string): FolderFiles => ({
  chooseFolder: async () => chosen,
  chooseFile: async () => undefined,
  read: (at, path) => readFile(join(at, path), 'utf8').catch(() => undefined),
  async write(at, path, text) {
    await mkdir(dirname(join(at, path)), { recursive: true });
    await writeFile(join(at, path), text);
  },
  uriOf: (at, path) => `file://${join(at, path)}`,
});

async function run(command: typeof pullRole, chosen: string, argument: unknown, ...replies: Reply[]) {
  const { parts, person } = await liveBench(connectionTo(moto.url), replies);
  await command({ ...parts, files: files(chosen) }, argument);
  expect(person.left, person.log.join('\n')).toEqual([]);
  return person;
}

const pull = (...replies: Reply[]) => run(pullRole, folder, roleName, ...replies);
const drift = () => run(showRoleDrift, home, undefined);
const push = (...replies: Reply[]) => run(pushRole, home, undefined, ...replies);
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(join(home, path), change(readFileSync(join(home, path), 'utf8')));

test('pulled, it has no drift; pushed, nothing changes', async () => {
  const person = await pull();
  expect(readdirSync(folder, { recursive: true, withFileTypes: false }).sort()).toEqual([
    roleName,
    ...[
      'iam-role.json',
      'inline-policies',
      'inline-policies/read.json',
      'managed-policies',
      'managed-policies/orders.json',
      'trust-policy.json',
    ].map((path) => `${roleName}/${path}`),
  ]);
  expect(readFileSync(join(home, 'trust-policy.json'), 'utf8')).toBe(written(trust('ec2.amazonaws.com')));
  expect(person.opened).toEqual([`file://${home}/iam-role.json`]);
  expect((await drift()).log.at(-1)).toMatch(
    /^inform: Role orders-reader in account 123456789012 .* is as the folder has it/,
  );
  const before = await accountOf(api());
  expect((await push()).log.at(-1)).toMatch(/nothing to do, all of it is there as wanted/);
  expect(await accountOf(api())).toEqual(before);
});

test('what changed in AWS is drift, and pushing takes it back', async () => {
  await pull();
  const before = await accountOf(api());
  await api().updateAssumeRolePolicy(roleName, JSON.stringify(trust('lambda.amazonaws.com')));
  await api().putRolePolicy(roleName, 'stray', JSON.stringify(reader('two')));
  await api().detachRolePolicy(roleName, policyArn);
  await api().tagRole(roleName, { stray: 'yes', team: 'other' });
  await api().createPolicyVersion(policyArn, JSON.stringify(reader('two')));
  const report = (await drift()).shown[0]?.text ?? '';
  for (const heading of [
    '## trust policy',
    '## inline policy stray — in AWS only',
    `## attachment of ${policyArn} — in the folder only`,
    '## tag stray — in AWS only',
    '## tag team',
    '## document of managed policy orders',
  ])
    expect(report).toContain(`${heading}\n`);
  await push({ press: 'Push' });
  expect((await drift()).log.at(-1)).toMatch(/is as the folder has it/);
  const { roles } = await accountOf(api());
  expect(roles).toEqual(before.roles);
}, 30_000);

test('what changed in the folder is pushed, and a role that is gone is made again', async () => {
  await pull();
  edit('trust-policy.json', (text) => text.replace('ec2', 'lambda'));
  edit('iam-role.json', (text) => text.replace('Reads orders', 'Reads all orders'));
  await push({ press: 'Push' });
  expect(await api().getRole(roleName)).toMatchObject({ description: 'Reads all orders' });
  await emptyAccount(api());
  expect((await drift()).log.at(-1)).toMatch(/There is no role orders-reader/);
  edit('iam-role.json', (text) => text.replace(/ {2}"permissionsBoundary".*\n/, ''));
  await push({ press: 'Push' });
  expect((await drift()).log.at(-1)).toMatch(/is as the folder has it/);
}, 30_000);

test('a file that was written to is written over after a question alone', async () => {
  await pull();
  edit('trust-policy.json', (text) => text.replace('ec2', 'lambda'));
  const person = await pull('escape');
  expect(person.log.at(-1)).toMatch(/^confirm: Write over a file.*trust-policy\.json/s);
  expect(readFileSync(join(home, 'trust-policy.json'), 'utf8')).toContain('lambda');
  await pull({ press: 'Overwrite' });
  expect(readFileSync(join(home, 'trust-policy.json'), 'utf8')).not.toContain('lambda');
});

test('a policy with an error, another account, five versions: told before anything happens', async () => {
  await pull();
  const before = await accountOf(api());
  edit('managed-policies/orders.json', (text) => text.replace('s3:GetObject', 's3:GetObjekt'));
  const refused = await push();
  expect(refused.log.at(-1)).toMatch(/^fail: managed-policies\/orders\.json: AWS would refuse.*GetObjekt/);
  edit('managed-policies/orders.json', (text) => text.replace('s3:GetObjekt', 's3:GetObjectAcl'));
  for (const number of [2, 3, 4, 5])
    await api().createPolicyVersion(policyArn, JSON.stringify(reader(`${number}`)));
  await push('escape');
  await push({ press: 'Delete Oldest Version' }, { press: 'Push' });
  expect((await api().getPolicy(policyArn))?.defaultVersionId).toBe('v6');
  edit('iam-role.json', (text) => text.replace('"account": "123456789012"', '"account": "111122223333"'));
  await expect(drift()).rejects.toThrow(
    /of account 111122223333, but the profile test is in account 123456789012/,
  );
  expect((await accountOf(api())).roles).toEqual(before.roles);
}, 30_000);

test('a manifest that leads out of its folder is read no further', async () => {
  await pull();
  edit('iam-role.json', (text) => text.replace('"trust-policy.json"', '"../../secret.json"'));
  await expect(push()).rejects.toThrow(
    /“trustPolicy” in iam-role\.json has to be the path of a file in this folder/,
  );
});
