import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AwsApi, NewRole } from '../../client/src/roles/awsApi.ts';
import { connectionTo } from './connection.ts';
import { motoOfThisFile } from './moto.ts';
import { runInstance } from './runInstance.ts';

const moto = motoOfThisFile();
const account = '123456789012';
const trustPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
});
const document = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/100%25/*' },
  ],
});

function api(region = 'us-east-1'): AwsApi {
  return connectionTo(moto.url, { region }).api();
}

/** Tests share one account: names are used once. */
function name(kind: string): string {
  return `${kind}-${randomUUID()}`;
}

function newRole(change: Partial<NewRole> = {}): NewRole {
  return {
    name: name('role'),
    path: '/',
    trustPolicy,
    description: '',
    maxSessionDuration: 3600,
    permissionsBoundary: undefined,
    tags: {},
    ...change,
  };
}

async function policy(path = '/'): Promise<string> {
  const { arn } = await api().createPolicy({
    name: name('policy'),
    path,
    description: '',
    document,
    tags: {},
  });
  return arn;
}

describe('roles', () => {
  it('are made with all that was asked for, and read as they were made', async () => {
    const boundary = await policy();
    const wanted = newRole({
      path: '/orders/',
      description: 'Reads orders',
      maxSessionDuration: 7200,
      permissionsBoundary: boundary,
      tags: { team: 'orders', 'cost centre': '42' },
    });
    const made = await api().createRole(wanted);
    expect(made).toMatchObject(wanted);
    expect(made.arn).toBe(`arn:aws:iam::${account}:role/orders/${wanted.name}`);
    expect(made.id).toMatch(/^AROA/);
    expect(Date.now() - made.created.getTime()).toBeLessThan(60_000);
    expect(await api().getRole(wanted.name)).toEqual(made);
  });

  it('have a trust policy that is JSON in lists too', async () => {
    const wanted = newRole({ path: `/${name('path')}/` });
    await api().createRole(wanted);
    const [role, ...others] = await api().listRoles(wanted.path);
    expect(others).toEqual([]);
    expect(JSON.parse(role?.trustPolicy ?? '')).toEqual(JSON.parse(trustPolicy));
  });

  it('are undefined where there is none', async () => {
    expect(await api().getRole(name('role'))).toBeUndefined();
  });

  it('are listed whole, however many pages it takes', async () => {
    const path = `/${name('many')}/`;
    const names = Array.from({ length: 300 }, (_, index) => `page-${index}-${randomUUID()}`);
    // moto looks for entities of a policy in one page of roles, so these are in another partition.
    const client = api('us-gov-east-1');
    for (let first = 0; first < names.length; first += 4)
      await Promise.all(
        names.slice(first, first + 4).map((one) => client.createRole(newRole({ name: one, path }))),
      );
    const listed = await client.listRoles(path);
    expect(listed.map((role) => role.name).sort()).toEqual([...names].sort());
  }, 120_000);

  it('change', async () => {
    const { name: roleName } = await api().createRole(newRole({ tags: { kept: 'yes' } }));
    const boundary = await policy();
    const otherTrust = trustPolicy.replace('ec2', 'lambda');
    await api().updateRole(roleName, { description: 'New', maxSessionDuration: 43_200 });
    await api().updateAssumeRolePolicy(roleName, otherTrust);
    await api().putRolePermissionsBoundary(roleName, boundary);
    await api().tagRole(roleName, { stage: 'test' });
    expect(await api().getRole(roleName)).toMatchObject({
      description: 'New',
      maxSessionDuration: 43_200,
      trustPolicy: otherTrust,
      permissionsBoundary: boundary,
      tags: { kept: 'yes', stage: 'test' },
    });
    await api().untagRole(roleName, ['kept']);
    await api().deleteRolePermissionsBoundary(roleName);
    expect(await api().getRole(roleName)).toMatchObject({
      permissionsBoundary: undefined,
      tags: { stage: 'test' },
    });
    await api().deleteRole(roleName);
    expect(await api().getRole(roleName)).toBeUndefined();
  });

  it('of a service are made and deleted', async () => {
    const role = await api().createServiceLinkedRole('autoscaling.amazonaws.com', '', 'test');
    expect(role.name).toBe('AWSServiceRoleForAutoScaling_test');
    const task = await api().deleteServiceLinkedRole(role.name);
    expect(await api().getServiceLinkedRoleDeletionStatus(task)).toEqual({
      status: 'SUCCEEDED',
      reason: undefined,
    });
  });
});

describe('policies of a role', () => {
  it('stand in it', async () => {
    const { name: roleName } = await api().createRole(newRole());
    await api().putRolePolicy(roleName, 'read', document);
    await api().putRolePolicy(roleName, 'write', document);
    expect(await api().listRolePolicies(roleName)).toEqual(['read', 'write']);
    expect(await api().getRolePolicy(roleName, 'read')).toBe(document);
    expect(await api().getRolePolicy(roleName, 'none')).toBeUndefined();
    await api().deleteRolePolicy(roleName, 'read');
    expect(await api().listRolePolicies(roleName)).toEqual(['write']);
  });

  it('are attached, those of AWS too', async () => {
    const { name: roleName } = await api().createRole(newRole());
    const own = await policy('/orders/');
    const managed = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    await api().attachRolePolicy(roleName, own);
    await api().attachRolePolicy(roleName, managed);
    const attached = await api().listAttachedRolePolicies(roleName);
    expect(attached).toContainEqual({ name: 'ReadOnlyAccess', arn: managed });
    expect(attached.map(({ arn }) => arn)).toContain(own);
    expect(await api().listEntitiesForPolicy(own)).toEqual([roleName]);
    expect(await api().getPolicy(own)).toMatchObject({ attachmentCount: 1, path: '/orders/' });
    await api().detachRolePolicy(roleName, managed);
    expect((await api().listAttachedRolePolicies(roleName)).map(({ arn }) => arn)).toEqual([own]);
  });
});

describe('customer managed policies', () => {
  it('are made, listed without those of AWS, and deleted', async () => {
    const wanted = { name: name('policy'), path: '/', description: 'Orders', document, tags: { a: 'b' } };
    const made = await api().createPolicy(wanted);
    expect(made).toMatchObject({ name: wanted.name, description: 'Orders', defaultVersionId: 'v1' });
    const listed = await api().listPolicies();
    expect(listed.map(({ arn }) => arn)).toContain(made.arn);
    expect(listed.filter(({ arn }) => arn.includes(':aws:policy/'))).toEqual([]);
    await api().deletePolicy(made.arn);
    expect(await api().getPolicy(made.arn)).toBeUndefined();
  });

  it('have versions', async () => {
    const arn = await policy();
    const other = document.replace('GetObject', 'PutObject');
    expect(await api().createPolicyVersion(arn, other)).toBe('v2');
    expect(await api().getPolicyVersion(arn, 'v1')).toBe(document);
    expect(await api().getPolicyVersion(arn, 'v2')).toBe(other);
    expect(await api().getPolicyVersion(arn, 'v9')).toBeUndefined();
    await api().setDefaultPolicyVersion(arn, 'v1');
    await api().deletePolicyVersion(arn, 'v2');
    expect(await api().listPolicyVersions(arn)).toMatchObject([{ id: 'v1', isDefault: true }]);
  });
});

describe('instance profiles', () => {
  it('hold a role', async () => {
    const { name: roleName } = await api().createRole(newRole());
    const made = await api().createInstanceProfile(roleName, '/web/', { team: 'web' });
    expect(made).toMatchObject({ name: roleName, path: '/web/', roleName: undefined, tags: { team: 'web' } });
    await api().addRoleToInstanceProfile(roleName, roleName);
    expect(await api().getInstanceProfile(roleName)).toEqual({ ...made, roleName });
    expect(await api().listInstanceProfilesForRole(roleName)).toMatchObject([{ arn: made.arn }]);
    expect((await api().listInstanceProfiles()).map(({ arn }) => arn)).toContain(made.arn);
    await api().removeRoleFromInstanceProfile(roleName, roleName);
    await api().deleteInstanceProfile(roleName);
    expect(await api().getInstanceProfile(roleName)).toBeUndefined();
  });

  it('are given to an instance, replaced and taken away', async () => {
    const instanceId = await runInstance(moto.url, 'web-1');
    const [first, second] = [name('profile'), name('profile')];
    const { arn } = await api().createInstanceProfile(first, '/', {});
    await api().createInstanceProfile(second, '/', {});
    const association = await api().associateIamInstanceProfile(instanceId, first);
    expect(await api().describeIamInstanceProfileAssociations(instanceId)).toEqual([
      { id: association, instanceId, instanceProfileArn: arn, state: 'associated' },
    ]);
    const instances = await api().describeInstances();
    expect(instances.filter(({ id }) => id === instanceId)).toEqual([
      { id: instanceId, name: 'web-1', state: 'running', instanceProfileArn: arn },
    ]);
    const replaced = await api().replaceIamInstanceProfileAssociation(association, second);
    const [now] = await api().describeIamInstanceProfileAssociations(instanceId);
    expect(now?.instanceProfileArn.endsWith(second)).toBe(true);
    await api().disassociateIamInstanceProfile(replaced);
    expect(await api().describeIamInstanceProfileAssociations(instanceId)).toEqual([]);
    expect(await api().describeIamInstanceProfileAssociations()).not.toContainEqual(
      expect.objectContaining({ instanceId }),
    );
  });
});

describe('the caller and sessions', () => {
  it('are told', async () => {
    const caller = await api().getCallerIdentity();
    expect(caller).toMatchObject({ account, partition: 'aws' });
    expect(caller.arn).toMatch(/^arn:aws:sts::/);
  });

  it('are sessions of roles with everything that can be asked for', async () => {
    const { arn: roleArn, name: roleName } = await api().createRole(newRole());
    const session = await api().assumeRole({
      roleArn,
      sessionName: 'ann',
      duration: 900,
      externalId: 'orders',
      mfa: { serialNumber: `arn:aws:iam::${account}:mfa/ann`, code: '123456' },
      sourceIdentity: 'ann',
      tags: { team: 'orders' },
      transitiveTagKeys: ['team'],
      policy: document,
    });
    expect(session.arn).toBe(`arn:aws:sts::${account}:assumed-role/${roleName}/ann`);
    expect(session.credentials.accessKeyId).toMatch(/^ASIA/);
    expect(session.credentials.sessionToken).toMatch(/\S/);
    expect(session.credentials.expiration).toBeInstanceOf(Date);
  });
});

describe('the account', () => {
  it('has quotas, and perhaps a user', async () => {
    expect(await api().getAccountSummary()).toMatchObject({ AttachedPoliciesPerRoleQuota: 10 });
    expect(await api().getUser(name('user'))).toBeUndefined();
  });
});

describe('partitions', () => {
  it.each([
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
  ])('of %s is %s', async (region, partition) => {
    expect(await api(region).getCallerIdentity()).toMatchObject({ partition });
    const { arn } = await api(region).createRole(newRole());
    expect(arn).toMatch(new RegExp(`^arn:${partition}:iam::${account}:role/`));
  });
});
