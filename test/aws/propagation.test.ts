import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ApplyResult, applyPlan } from '../../client/src/roles/applyPlan.ts';
import type { AwsApi } from '../../client/src/roles/awsApi.ts';
import { createRolePlan } from '../../client/src/roles/createRolePlan.ts';
import { inspectPlan } from '../../client/src/roles/inspectPlan.ts';
import type { RolePlan } from '../../client/src/roles/plan.ts';
import { rollBack } from '../../client/src/roles/rollBack.ts';
import { connectionTo } from './connection.ts';
import { newCaller, newInstance, newRole, userOf } from './fake/seeds.ts';
import { type FakeAws, startFakeAws } from './fake/startFakeAws.ts';
import { must } from './must.ts';
import { type QuickPorts, quickPorts } from './quickPorts.ts';
import { answers, guidePlan, target, trustOf } from './samplePlans.ts';

let fake: FakeAws;
let api: AwsApi;
const never = new AbortController().signal;

beforeEach(async () => {
  fake = await startFakeAws();
  fake.state.instances.push(newInstance({ id: 'i-0123456789abcdef0' }));
  const { accessKeyId, secretAccessKey } = must(fake.state.callers[0]);
  const credentials = { accessKeyId, secretAccessKey, sessionToken: undefined, expiration: undefined };
  api = connectionTo(fake.url, { credentials: async () => credentials }).api();
});
afterEach(() => fake.stop());

async function apply(plan: RolePlan, ports = quickPorts()): Promise<ApplyResult> {
  return applyPlan(plan, await inspectPlan(plan, api, never, new Date()), api, ports);
}

function total({ waited }: QuickPorts): number {
  return waited.reduce((sum, one) => sum + one, 0);
}

/** Of a role that trusts these, with nothing else. */
function trusting(arn: string): RolePlan {
  const bare = { newPolicies: [], inlinePolicies: [], attachedPolicies: [], permissionsBoundary: undefined };
  return createRolePlan(
    { ...answers, ...bare, instanceProfile: undefined, trustPolicy: trustOf({ AWS: arn }) },
    target,
  );
}

describe('What is just made', () => {
  it.each([
    ['roleVisible', /role orders-reader to be seen/],
    ['roleArn', /role orders-reader to be seen/],
    ['roleUsable', /to be known everywhere|just created/],
    ['instanceProfileVisible', /instance profile orders-reader/],
    ['instanceProfileUsable', /known to Amazon EC2/],
    ['instanceProfileRole', /known to Amazon EC2/],
  ] as const)('is waited for: %s', async (delay, message) => {
    fake.delays[delay] = 5;
    const ports = quickPorts();
    const result = await apply(guidePlan(), ports);
    if (result.kind === 'failed') throw result.error;
    expect(result.kind).toBe('applied');
    expect(ports.messages.join('\n')).toMatch(message);
    expect(total(ports)).toBeGreaterThan(5_000);
    expect(fake.state.associations).toHaveLength(1);
  });

  it('is waited for no longer than two minutes, and then told and rolled back', async () => {
    fake.delays.roleVisible = 1000;
    const ports = quickPorts();
    const result = await apply(guidePlan(), ports);
    expect(result).toMatchObject({
      kind: 'failed',
      failedStep: { kind: 'createRole' },
      error: { details: { code: 'notSeen' } },
    });
    expect(result.journal.entries.map(({ step }) => step.kind)).toContain('createRole');
    expect(total(ports)).toBeGreaterThan(110_000);
    expect(total(ports)).toBeLessThanOrEqual(120_000);
  });

  it('can be cancelled while it is waited for, and is rolled back', async () => {
    fake.delays.roleVisible = 4;
    const controller = new AbortController();
    const ports = quickPorts(controller.signal);
    const wait = async () => controller.abort();
    const result = await apply(guidePlan(), { ...ports, wait });
    expect(result.kind).toBe('cancelled');
    expect(fake.state.roles).toHaveLength(1);
    expect((await rollBack(result.journal, api, quickPorts())).left).toEqual([]);
    expect(fake.state.roles).toEqual([]);
  });

  it('is deleted when AWS is slow to see that nothing is in the way', async () => {
    fake.delays.deletable = 4;
    const { journal } = await apply(guidePlan());
    const ports = quickPorts();
    expect((await rollBack(journal, api, ports)).left).toEqual([]);
    expect(fake.state.roles).toEqual([]);
    expect(ports.messages.join('\n')).toMatch(/taken off the role to be gone/);
  });
});

describe('A principal of the trust policy', () => {
  it('that is new is waited for', async () => {
    const arn = 'arn:aws:iam::123456789012:role/writer';
    fake.delays.principal = 10;
    await api.createRole({
      name: 'writer',
      path: '/',
      trustPolicy: answers.trustPolicy,
      description: '',
      maxSessionDuration: 3600,
      permissionsBoundary: undefined,
      tags: {},
    });
    const ports = quickPorts();
    expect(await apply(trusting(arn), ports)).toMatchObject({ kind: 'applied' });
    expect(total(ports)).toBeGreaterThan(15_000);
  });

  it('of this account that is not there stops the plan before it begins', async () => {
    const arn = 'arn:aws:iam::123456789012:user/nobody';
    const result = await apply(trusting(arn));
    expect(result).toMatchObject({ kind: 'failed', journal: { entries: [] } });
    expect(result.kind === 'failed' && result.error.message).toContain(arn);
    expect(fake.calls.filter(({ operation }) => operation === 'CreateRole')).toEqual([]);
  });

  it('of another account that AWS does not know is tried for 15 seconds', async () => {
    const ports = quickPorts();
    const result = await apply(trusting('arn:aws:iam::210987654321:role/nobody'), ports);
    expect(result).toMatchObject({ kind: 'failed', error: { details: { code: 'MalformedPolicyDocument' } } });
    expect(total(ports)).toBeGreaterThan(10_000);
    expect(total(ports)).toBeLessThanOrEqual(15_000);
  });

  it('that is old is no reason to wait', async () => {
    const caller = newCaller({ arn: 'arn:aws:iam::123456789012:user/Bob' });
    fake.state.users.push(userOf(caller));
    const ports = quickPorts();
    expect(await apply(trusting(caller.arn), ports)).toMatchObject({ kind: 'applied' });
    expect(ports.waited).toEqual([]);
  });
});

describe('Another change at the same time', () => {
  it.each(['concurrentModification', 'entityTemporarilyUnmodifiable'] as const)(
    'is waited for: %s',
    async (failure) => {
      fake.fail('PutRolePolicy', failure, 2);
      const ports = quickPorts();
      expect(await apply(guidePlan(), ports)).toMatchObject({ kind: 'applied' });
      expect(ports.messages).toContain('Waiting for another change to end');
    },
  );
});

describe('An answer that is lost for good', () => {
  it('is told as uncertain where AWS cannot be asked', async () => {
    const plan = trusting('arn:aws:iam::123456789012:user/Alice');
    const states = await inspectPlan(plan, api, never, new Date());
    const unreachable = new Proxy(api, {
      get(at, name) {
        if (name !== 'createRole') return Reflect.get(at, name);
        return async () => {
          fake.fail('*', 'connectionReset');
          return at.getRole('any');
        };
      },
    });
    const result = await applyPlan(plan, states, unreachable, quickPorts());
    expect(result).toMatchObject({ kind: 'failed', uncertain: plan.steps[0], remaining: plan.steps });
  });
});

describe('Deleting', () => {
  it('tells what else hangs on the role', async () => {
    fake.state.roles.push(newRole({ name: 'busy', inlinePolicies: { mine: '{}' } }));
    const plan = { title: 'Delete', target, steps: [{ kind: 'deleteRole', roleName: 'busy' } as const] };
    const ports = quickPorts();
    const result = await apply(plan, ports);
    expect(result.kind === 'failed' && result.error.message).toContain('the inline policy mine');
    expect(ports.waited).toEqual([]);
  });
});
