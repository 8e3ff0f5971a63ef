import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ApplyResult, applyPlan } from '../../client/src/roles/applyPlan.ts';
import type { AwsApi } from '../../client/src/roles/awsApi.ts';
import { deleteRolePlan } from '../../client/src/roles/deleteRolePlan.ts';
import { inspectPlan } from '../../client/src/roles/inspectPlan.ts';
import { readRole } from '../../client/src/roles/liveRole.ts';
import type { RolePlan } from '../../client/src/roles/plan.ts';
import { rollBack } from '../../client/src/roles/rollBack.ts';
import { accountOf } from './accountOf.ts';
import { connectionTo } from './connection.ts';
import type { Failure } from './fake/failures.ts';
import { newInstance } from './fake/seeds.ts';
import { type FakeAws, startFakeAws } from './fake/startFakeAws.ts';
import { must } from './must.ts';
import { quickPorts } from './quickPorts.ts';
import { answers, changingPlan, guidePlan, operationOf, policyDocument, target } from './samplePlans.ts';

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

async function apply(plan: RolePlan, ports = quickPorts()) {
  return applyPlan(plan, await inspectPlan(plan, api, never, new Date()), api, ports);
}

/** The account with the role of the guide, and its policy with five versions. */
async function withRole(): Promise<void> {
  applied(await apply(guidePlan()));
  const arn = 'arn:aws:iam::123456789012:policy/orders/orders-read';
  for (const action of ['s3:GetBucketAcl', 's3:GetBucketTagging', 's3:GetObjectAcl', 's3:GetObject'])
    await api.createPolicyVersion(arn, policyDocument(action));
}

function applied(result: ApplyResult): void {
  if (result.kind === 'failed') throw result.error;
  expect(result.kind).toBe('applied');
}

async function deletingPlan(): Promise<RolePlan> {
  return deleteRolePlan(must(await readRole(api, answers.name)), target);
}

const scenarios: readonly {
  readonly name: string;
  readonly prepare: () => Promise<void>;
  readonly plan: () => Promise<RolePlan>;
  readonly steps: RolePlan['steps'];
}[] = [
  { name: 'Creating', prepare: async () => {}, plan: async () => guidePlan(), steps: guidePlan().steps },
  { name: 'Changing', prepare: withRole, plan: async () => changingPlan(), steps: changingPlan().steps },
  {
    name: 'Deleting',
    prepare: withRole,
    plan: deletingPlan,
    steps: [
      { kind: 'disassociateIamInstanceProfile', instanceProfileName: '', instanceId: '' },
      { kind: 'removeRoleFromInstanceProfile', instanceProfileName: '', roleName: '' },
      { kind: 'deleteInstanceProfile', instanceProfileName: '' },
      { kind: 'deleteRolePolicy', roleName: '', policyName: '' },
      { kind: 'detachRolePolicy', roleName: '', policyArn: '' },
      { kind: 'detachRolePolicy', roleName: '', policyArn: '' },
      { kind: 'deleteRole', roleName: '' },
    ],
  },
];

describe.each(scenarios)('$name', ({ prepare, plan, steps }) => {
  const numbered = steps.map(({ kind }, index) => ({ index, kind, operation: operationOf(kind) }));
  const calling = numbered.filter(({ operation }) => operation !== undefined);

  it('has the steps that are tested', async () => {
    await prepare();
    expect((await plan()).steps.map(({ kind }) => kind)).toEqual(steps.map(({ kind }) => kind));
  });

  it.each(calling)('that is refused at step $index, $kind, is rolled back', async ({ index, operation }) => {
    await prepare();
    const before = await accountOf(api);
    const whole = await plan();
    const earlier = whole.steps.slice(0, index).filter(({ kind }) => operationOf(kind) === operation).length;
    const states = await inspectPlan(whole, api, never, new Date());
    let calls = 0;
    const failing = failingCall(api, must(operation), () => ++calls > earlier);
    const result = await applyPlan(whole, states, failing, quickPorts());
    if (result.kind !== 'failed') throw new Error(`It was ${result.kind}.`);
    expect(result.failedStep).toBe(whole.steps[index]);
    expect(result.remaining).toEqual(whole.steps.slice(index));
    expect(result.uncertain).toBeUndefined();
    const { left } = await rollBack(result.journal, api, quickPorts());
    expect(left).toEqual([]);
    expect(await accountOf(api)).toEqual(before);
  });

  it.each(calling)('whose answer is lost once at step $index, $kind, goes on', async ({ operation }) => {
    await prepare();
    const before = await accountOf(api);
    const whole = await plan();
    const states = await inspectPlan(whole, api, never, new Date());
    fake.fail(must(operation), 'connectionResetAfterwards', 1);
    const result = await applyPlan(whole, states, api, quickPorts());
    applied(result);
    const { left } = await rollBack(result.journal, api, quickPorts());
    expect(left).toEqual([]);
    expect(await accountOf(api)).toEqual(before);
  });

  it.each(numbered)('that is cancelled at step $index, $kind, is rolled back', async ({ index }) => {
    await prepare();
    const before = await accountOf(api);
    const whole = await plan();
    const states = await inspectPlan(whole, api, never, new Date());
    const controller = new AbortController();
    const ports = quickPorts(controller.signal, (step) => step === index && controller.abort());
    const result = await applyPlan(whole, states, api, ports);
    const isLast = index === whole.steps.length - 1;
    expect(result.kind).toBe(isLast ? 'applied' : 'cancelled');
    expect(result.journal.entries.length).toBeGreaterThan(0);
    const { left } = await rollBack(result.journal, api, quickPorts());
    expect(left).toEqual([]);
    expect(await accountOf(api)).toEqual(before);
  });

  it('is rolled back whole', async () => {
    await prepare();
    const before = await accountOf(api);
    const done = await apply(await plan());
    expect(await accountOf(api)).not.toEqual(before);
    expect((await rollBack(done.journal, api, quickPorts())).left).toEqual([]);
    expect(await accountOf(api)).toEqual(before);
  });
});

/** Lets calls of one operation be denied where `denies` says so. */
function failingCall(real: AwsApi, operation: string, denies: () => boolean): AwsApi {
  const method = operation.charAt(0).toLowerCase() + operation.slice(1);
  return new Proxy(real, {
    get(at, name) {
      const call = Reflect.get(at, name);
      if (name !== method) return call;
      return async (...parameters: readonly unknown[]) => {
        const denied: Failure = { denied: {} };
        if (denies()) fake.fail(operation, denied, 1);
        return call(...parameters);
      };
    },
  });
}
