import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyAsCli } from '../../client/src/commands/single/copyAsCli.ts';
import { planCommand } from '../../client/src/commands/single/planCommand.ts';
import { singleCommands } from '../../client/src/commands/single/singleCommands.ts';
import type { AwsApi } from '../../client/src/roles/awsApi.ts';
import type { RolePlan } from '../../client/src/roles/plan.ts';
import { type Reply, type ScriptedUi, scriptedUi } from '../scriptedUi.ts';
import { connectionTo } from './connection.ts';
import { motoOfThisFile } from './moto.ts';
import { must } from './must.ts';
import { runInstance } from './runInstance.ts';
import { sessionBench } from './sessionCommands.ts';

const moto = motoOfThisFile();
const api = (): AwsApi => connectionTo(moto.url).api();

const trust = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});
const reader = (bucket: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` }],
});
const documents = {
  'file:///roles/trust.json': trust('lambda.amazonaws.com'),
  'file:///roles/read-orders.json': reader('amzn-s3-demo-bucket'),
};

const ends: (() => unknown)[] = [];
let role = 'worker';
beforeEach(async ({ task }) => {
  role = `worker-${task.id.replace(/\W/g, '-')}`;
  await api().createRole({
    name: role,
    path: '/teams/',
    trustPolicy: JSON.stringify(trust('ec2.amazonaws.com')),
    description: '',
    maxSessionDuration: 3600,
    permissionsBoundary: undefined,
    tags: {},
  });
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Goes through a command as a person that replies so; all replies are used. */
async function run(
  id: keyof typeof singleCommands,
  replies: readonly Reply[],
  { argument, open = documents }: { argument?: unknown; open?: Readonly<Record<string, unknown>> } = {},
): Promise<ScriptedUi> {
  const person = scriptedUi(...replies);
  const bench = await sessionBench(person, connectionTo(moto.url), { documents: open });
  ends.push(bench.dispose);
  await planCommand(singleCommands[id].ask)(bench.parts, argument);
  expect(person.left, person.log.join('\n')).toEqual([]);
  return person;
}

async function only<T>(list: Promise<readonly T[]>): Promise<T> {
  const found = await list;
  expect(found).toHaveLength(1);
  return must(found[0]);
}

describe('policies', () => {
  test('Create Managed Policy makes one of the open document', async () => {
    const person = await run('iamRoles.createManagedPolicy', [
      { pick: 'read-orders.json' },
      { type: 'no spaces please' },
      { type: 'read-orders' },
      { type: 'Reads orders' },
      { press: 'Create' },
    ]);
    expect(person.inputs[0]?.complaint).toMatch(/no spaces/);
    const policy = must((await api().listPolicies()).find(({ name }) => name === 'read-orders'));
    expect(await api().getPolicy(policy.arn)).toMatchObject({ description: 'Reads orders' });
    const text = must(await api().getPolicyVersion(policy.arn, 'v1'));
    expect(JSON.parse(text)).toEqual(reader('amzn-s3-demo-bucket'));
    expect(person.log.find((line) => line.startsWith('confirm: '))).toMatch(
      /account 123456789012.*profile test/s,
    );
  });

  test('Update Managed Policy makes a version, and asks before it deletes the oldest', async () => {
    const { arn } = await api().createPolicy({
      name: `orders-${role}`,
      path: '/',
      description: '',
      document: JSON.stringify(reader('amzn-s3-demo-1')),
      tags: {},
    });
    await run('iamRoles.updateManagedPolicy', [
      { pick: 'read-orders.json' },
      { pick: `orders-${role}` },
      { press: 'Create' },
    ]);
    expect((await api().getPolicy(arn))?.defaultVersionId).toBe('v2');
    for (const number of [3, 4, 5])
      await api().createPolicyVersion(arn, JSON.stringify(reader(`amzn-s3-demo-${number}`)));
    const replies: Reply[] = [{ pick: 'read-orders.json' }, { pick: `orders-${role}` }];
    await run('iamRoles.updateManagedPolicy', [...replies, 'escape']);
    expect((await api().listPolicyVersions(arn)).map(({ id }) => id).sort()).toEqual([
      'v1',
      'v2',
      'v3',
      'v4',
      'v5',
    ]);
    await run('iamRoles.updateManagedPolicy', [
      ...replies,
      { press: 'Delete Oldest Version' },
      { press: 'Create' },
    ]);
    expect((await api().listPolicyVersions(arn)).map(({ id }) => id).sort()).toEqual([
      'v2',
      'v3',
      'v4',
      'v5',
      'v6',
    ]);
  });

  test('Attach, Put as Inline Policy and Detach', async () => {
    const argument = role;
    await run(
      'iamRoles.attachPolicies',
      [{ pickMany: ['ReadOnlyAccess', 'AmazonS3FullAccess'] }, { press: 'Attach' }],
      {
        argument,
      },
    );
    await run(
      'iamRoles.putInlinePolicy',
      [{ pick: 'read-orders.json' }, { type: 'read-orders' }, { press: 'Put' }],
      {
        argument,
      },
    );
    expect(await api().listAttachedRolePolicies(role)).toHaveLength(2);
    expect(JSON.parse(must(await api().getRolePolicy(role, 'read-orders')))).toEqual(
      reader('amzn-s3-demo-bucket'),
    );
    await run(
      'iamRoles.detachPolicies',
      [{ pickMany: ['AmazonS3FullAccess', 'read-orders'] }, { press: 'Detach' }],
      {
        argument,
      },
    );
    expect((await api().listAttachedRolePolicies(role)).map(({ name }) => name)).toHaveLength(1);
    expect(await api().listRolePolicies(role)).toEqual([]);
  });

  test('Enter with no policy checked is told, and does nothing', async () => {
    const { log } = await run('iamRoles.attachPolicies', [{ pickMany: [] }], { argument: role });
    expect(log.join('\n')).toMatch(/No policy was checked, so nothing was done/);
    expect(await api().listAttachedRolePolicies(role)).toEqual([]);
  });

  test('a row of the view of roles names the role, and the policy that is to be detached', async () => {
    const { arn: roleArn } = must(await api().getRole(role));
    await api().attachRolePolicy(role, 'arn:aws:iam::aws:policy/ReadOnlyAccess');
    await api().putRolePolicy(role, 'read-orders', JSON.stringify(reader('amzn-s3-demo-bucket')));
    const checkedFor = async (policy: object) => {
      const { lists } = await run('iamRoles.detachPolicies', ['escape'], { argument: { roleArn, policy } });
      return lists[0]?.filter(({ picked }) => picked).map(({ label }) => label);
    };
    const policyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    expect(await checkedFor({ kind: 'managed', policyArn })).toEqual(['ReadOnlyAccess']);
    const inline = { kind: 'inline', roleName: role, policyName: 'read-orders' };
    expect(await checkedFor(inline)).toEqual(['read-orders']);
  });

  test('whoever shows roles is told of a plan that was applied, and that was undone', async () => {
    const person = scriptedUi(
      { pickMany: ['ReadOnlyAccess'] },
      { press: 'Attach' },
      { press: 'Undo' },
      { press: 'Undo' },
    );
    const bench = await sessionBench(person, connectionTo(moto.url));
    ends.push(bench.dispose);
    const told: string[] = [];
    const parts = { ...bench.parts, onAccountChange: ({ title }: RolePlan) => void told.push(title) };
    await planCommand(singleCommands['iamRoles.attachPolicies'].ask)(parts, role);
    expect(person.left, person.log.join('\n')).toEqual([]);
    expect(told).toHaveLength(2);
    expect(new Set(told).size).toBe(1);
    expect(await api().listAttachedRolePolicies(role)).toEqual([]);
  });

  test('Update Trust Policy of Role shows both policies, and nothing changes without a yes', async () => {
    const started = { uri: 'file:///roles/trust.json', line: 0 };
    const refused = await run('iamRoles.updateTrustPolicy', [{ pick: role }, 'escape'], {
      argument: started,
    });
    expect(refused.log).toContain(`diff: ${role}: live and new trust policy`);
    expect((await api().getRole(role))?.trustPolicy).toContain('ec2.amazonaws.com');
    await run('iamRoles.updateTrustPolicy', [{ pick: role }, { press: 'Update' }], { argument: started });
    expect((await api().getRole(role))?.trustPolicy).toContain('lambda.amazonaws.com');
  });

  test('a policy that AWS would refuse is told, and one is to be open', async () => {
    const wrong = { ...trust('ec2.amazonaws.com'), Version: '2012-10-18' };
    const person = await run('iamRoles.updateTrustPolicy', [], {
      open: { 'file:///trust.json': wrong },
    });
    expect(person.log.at(-1)).toMatch(/^fail: The trust policy in trust\.json cannot be used/);
    const nothing = await run('iamRoles.updateTrustPolicy', [], { open: {} });
    expect(nothing.log.at(-1)).toMatch(/No trust policy is open/);
  });
});

describe('instance profiles', () => {
  test('are created with a role, given another one, and associated with an instance', async () => {
    await run('iamRoles.createInstanceProfile', [{ type: role }, { press: 'Create' }], {
      argument: role,
    });
    expect((await api().getInstanceProfile(role))?.roleName).toBe(role);
    await api().createRole({
      ...must(await api().getRole(role)),
      name: `other-${role}`,
      path: '/',
      permissionsBoundary: undefined,
    });
    await run('iamRoles.addRoleToInstanceProfile', [{ pick: `with role ${role}` }, { press: 'Remove' }], {
      argument: `other-${role}`,
    });
    expect((await api().getInstanceProfile(role))?.roleName).toBe(`other-${role}`);
    const instanceId = await runInstance(moto.url, role);
    await run('iamRoles.associateInstanceProfile', [
      { pick: `with role other-${role}` },
      { pick: instanceId },
      { press: 'Associate' },
    ]);
    const association = await only(api().describeIamInstanceProfileAssociations(instanceId));
    expect(association.instanceProfileArn).toMatch(new RegExp(`/${role}$`));
    const again = await run('iamRoles.associateInstanceProfile', [
      { pick: `with role other-${role}` },
      'escape',
    ]);
    expect(again.lists.at(-1)?.find(({ value }) => value === instanceId)?.detail).toBe(`has ${role} already`);
  });
});

describe('roles', () => {
  test('Create Service-Linked Role', async () => {
    await run('iamRoles.createServiceLinkedRole', [
      { pick: 'autoscaling.amazonaws.com' },
      { type: '' },
      { press: 'Create' },
    ]);
    expect((await api().listRoles()).map(({ path }) => path)).toContain(
      '/aws-service-role/autoscaling.amazonaws.com/',
    );
  });

  test('Delete Role says what goes with it, and wants its name typed', async () => {
    await run('iamRoles.createInstanceProfile', [{ type: role }, { press: 'Create' }], {
      argument: role,
    });
    await api().putRolePolicy(role, 'inline', JSON.stringify(reader('amzn-s3-demo-bucket')));
    const person = await run(
      'iamRoles.deleteRole',
      [{ type: role.toUpperCase() }, { type: role }, { press: 'Delete' }],
      {
        argument: role,
      },
    );
    expect(person.inputs[0]).toMatchObject({ complaint: `Type the role’s name, ${role}, to go on.` });
    expect(person.inputs[0]?.prompt).toMatch(
      /not used in the last 400 days.*instance profile worker.*inline/,
    );
    expect(await api().getRole(role)).toBeUndefined();
    expect(await api().getInstanceProfile(role)).toBeUndefined();
  });

  test('a role of another account is told of', async () => {
    const person = await run('iamRoles.deleteRole', [], {
      argument: 'arn:aws:iam::444455556666:role/worker',
    });
    expect(person.log.at(-1)).toMatch(
      /Account 123456789012 has no role arn:aws:iam::444455556666:role\/worker/,
    );
  });
});

test('Copy as AWS CLI Command gives the script in place of doing it', async () => {
  const person = scriptedUi({ pick: 'Delete Role' }, { type: role });
  const bench = await sessionBench(person, connectionTo(moto.url), { documents });
  ends.push(bench.dispose);
  await copyAsCli(bench.parts, role);
  expect(person.left, person.log.join('\n')).toEqual([]);
  expect(person.copied[0]).toMatch(/^#!.*bash\n/);
  expect(person.copied[0]).toMatch(/aws iam delete-role /);
  expect(person.copied[0]).toContain(role);
  expect(await api().getRole(role)).toBeDefined();
});
