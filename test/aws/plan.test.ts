import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ApplyResult, applyPlan } from '../../client/src/roles/applyPlan.ts';
import type { AwsApi } from '../../client/src/roles/awsApi.ts';
import { createRolePlan } from '../../client/src/roles/createRolePlan.ts';
import { deleteRolePlan } from '../../client/src/roles/deleteRolePlan.ts';
import { inspectPlan } from '../../client/src/roles/inspectPlan.ts';
import { readRole } from '../../client/src/roles/liveRole.ts';
import type { RolePlan } from '../../client/src/roles/plan.ts';
import { printCli } from '../../client/src/roles/print/printCli.ts';
import { type RollBackResult, rollBack } from '../../client/src/roles/rollBack.ts';
import { stepPlan } from '../../client/src/roles/stepPlan.ts';
import { accountOf, emptyAccount } from './accountOf.ts';
import { connectionTo } from './connection.ts';
import { motoOfThisFile } from './moto.ts';
import { must } from './must.ts';
import { quickPorts } from './quickPorts.ts';
import { answers, changingPlan, ec2Trust, guidePlan, policyDocument, target } from './samplePlans.ts';

// moto and the AWS CLI are programs in Python, which a busy machine takes long to run.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

const moto = motoOfThisFile();
const never = new AbortController().signal;
const ordersRead = 'arn:aws:iam::123456789012:policy/orders/orders-read';
let api: AwsApi;

beforeEach(async () => {
  api = connectionTo(moto.url).api();
  await emptyAccount(api);
});

async function apply(plan: RolePlan): Promise<ApplyResult> {
  return applyPlan(plan, await inspectPlan(plan, api, never, new Date()), api, quickPorts());
}

async function applied(plan: RolePlan): Promise<ApplyResult> {
  const result = await apply(plan);
  if (result.kind === 'failed') throw result.error;
  expect(result.kind).toBe('applied');
  return result;
}

/** Settles with what the program printed; throws with all that it printed where it fails. */
function run(program: string, words: readonly string[]): Promise<string> {
  const started = spawn(program, words, {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: moto.url,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_PAGER: '',
    },
  });
  const output = { stdout: '', stderr: '' };
  started.stdout.on('data', (chunk) => (output.stdout += chunk));
  started.stderr.on('data', (chunk) => (output.stderr += chunk));
  return new Promise((settle, fail) => {
    started.once('error', fail);
    started.once('close', (code) =>
      code === 0
        ? settle(output.stdout)
        : fail(new Error(`${program}: ${code}\n${output.stderr}${output.stdout}`)),
    );
  });
}

/** Messages on what could not be taken back. */
function leftovers({ left }: RollBackResult): readonly string[] {
  return left.map(({ undo, error }) => `${undo.kind}: ${error.message}`);
}

async function newInstance(): Promise<string> {
  const body = new URLSearchParams({
    Action: 'RunInstances',
    Version: '2016-11-15',
    ImageId: 'ami-12c6146b',
    MinCount: '1',
    MaxCount: '1',
  });
  const authorization =
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/ec2/aws4_request';
  const answer = await fetch(moto.url, { method: 'POST', body, headers: { authorization } });
  return must(/<instanceId>(i-[0-9a-f]+)/.exec(await answer.text())?.[1]);
}

async function runScript(script: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'iam-roles-'));
  try {
    const file = join(folder, 'plan.sh');
    writeFileSync(file, script);
    await run('bash', [file]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('The role guide', () => {
  it('makes a role that an instance has', async () => {
    const instanceId = await newInstance();
    await applied(guidePlan(instanceId));
    const live = must(await readRole(api, answers.name));
    expect(live.role).toMatchObject({
      path: '/orders/',
      arn: 'arn:aws:iam::123456789012:role/orders/orders-reader',
      description: answers.description,
      maxSessionDuration: 7200,
      permissionsBoundary: 'arn:aws:iam::123456789012:policy/orders-boundary',
      tags: answers.tags,
    });
    expect(JSON.parse(live.role.trustPolicy)).toEqual(JSON.parse(ec2Trust));
    expect(live.attachedPolicies.map(({ arn }) => arn).sort()).toEqual([
      ordersRead,
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
    ]);
    expect(live.inlinePolicies.map(({ name, document }) => [name, JSON.parse(document)])).toEqual([
      ['list', JSON.parse(policyDocument('s3:ListBucket'))],
    ]);
    expect(live.instanceProfiles).toMatchObject([{ name: 'orders-reader', roleName: 'orders-reader' }]);
    expect(live.associations).toMatchObject([{ instanceId }]);
    const assumed = await api.assumeRole({ roleArn: live.role.arn, sessionName: 'test' });
    expect(assumed.arn).toBe('arn:aws:sts::123456789012:assumed-role/orders-reader/test');
  });

  it('leaves nothing when it is rolled back', async () => {
    const instanceId = await newInstance();
    const before = await accountOf(api);
    const { journal } = await applied(guidePlan(instanceId));
    expect(leftovers(await rollBack(journal, api, quickPorts()))).toEqual([]);
    expect(await accountOf(api)).toEqual(before);
  });

  it('does nothing the second time', async () => {
    const plan = guidePlan(await newInstance());
    await applied(plan);
    const before = await accountOf(api);
    const later = new Date(Date.now() + 600_000);
    const states = await inspectPlan(plan, api, never, later);
    expect(states.map(({ kind }) => kind)).toEqual(plan.steps.map(() => 'equal'));
    const { journal } = await applied(plan);
    expect(journal.entries.filter(({ step }) => step.kind !== 'waitUntilUsable')).toEqual([]);
    expect(await accountOf(api)).toEqual(before);
  });

  it('is undone by deleting the role', async () => {
    const instanceId = await newInstance();
    const before = await accountOf(api);
    await applied(guidePlan(instanceId));
    await applied(deleteRolePlan(must(await readRole(api, answers.name)), target));
    expect(await accountOf(api)).toMatchObject({ ...before, policies: [{}, {}] });
  });

  it('works in another partition', async () => {
    api = connectionTo(moto.url, { region: 'cn-north-1' }).api();
    const china = { account: '123456789012', partition: 'aws-cn', region: 'cn-north-1' };
    const plan = createRolePlan(
      { ...answers, attachedPolicies: [], instanceProfile: { name: 'orders-reader', instanceId: undefined } },
      china,
    );
    await applied(plan);
    const live = must(await readRole(api, answers.name));
    expect(live.role.arn).toBe('arn:aws-cn:iam::123456789012:role/orders/orders-reader');
    expect(live.attachedPolicies.map(({ arn }) => arn)).toEqual([
      'arn:aws-cn:iam::123456789012:policy/orders/orders-read',
    ]);
  });
});

describe('A role that is there', () => {
  it('is shown with all that differs, and brought to what is wanted', async () => {
    await api.createRole({
      name: answers.name,
      path: '/orders/',
      trustPolicy: policyTrusting('lambda'),
      description: 'Old',
      maxSessionDuration: 3600,
      permissionsBoundary: undefined,
      tags: { stage: 'old', kept: 'yes' },
    });
    const plan = guidePlan(await newInstance());
    const states = await inspectPlan(plan, api, never, new Date());
    expect(states[2]).toMatchObject({
      kind: 'differs',
      differences: [
        { what: 'trust policy' },
        { what: 'description', live: 'Old' },
        { what: 'maximum session duration', live: '3600 seconds', wanted: '7200 seconds' },
        { what: 'permissions boundary', live: '' },
        { what: 'tag team', live: '' },
        { what: 'tag stage', live: 'old', wanted: 'test' },
      ],
    });
    const before = await accountOf(api);
    const { journal } = await applied(plan);
    expect(must(await readRole(api, answers.name)).role).toMatchObject({
      description: answers.description,
      maxSessionDuration: 7200,
      permissionsBoundary: 'arn:aws:iam::123456789012:policy/orders-boundary',
      tags: { ...answers.tags, kept: 'yes' },
    });
    expect(leftovers(await rollBack(journal, api, quickPorts()))).toEqual([]);
    expect(await accountOf(api)).toEqual(before);
  });

  it.each([
    ['ORDERS-reader', '/orders/', /differ in case only/],
    ['orders-reader', '/other/', /exists with the path \/other\//],
  ])('as %s in %s stands in the way', async (name, path, reason) => {
    await api.createRole({
      name,
      path,
      trustPolicy: ec2Trust,
      description: '',
      maxSessionDuration: 3600,
      permissionsBoundary: undefined,
      tags: {},
    });
    const before = await accountOf(api);
    const result = await apply(guidePlan(await newInstance()));
    expect(result).toMatchObject({
      kind: 'failed',
      failedStep: { kind: 'createRole' },
      error: { message: expect.stringMatching(reason) },
      journal: { entries: [] },
    });
    expect(await accountOf(api)).toEqual(before);
  });

  it('is not changed where it changed since the plan was shown', async () => {
    await applied(guidePlan(await newInstance()));
    const plan = stepPlan(
      [{ kind: 'updateAssumeRolePolicy', roleName: answers.name, trustPolicy: policyTrusting('lambda') }],
      target,
      [],
    );
    const states = await inspectPlan(plan, api, never, new Date());
    await api.updateAssumeRolePolicy(answers.name, policyTrusting('glue'));
    const result = await applyPlan(plan, states, api, quickPorts());
    expect(result).toMatchObject({ kind: 'failed', error: { details: { code: 'changedSince' } } });
    expect((await api.getRole(answers.name))?.trustPolicy).toBe(policyTrusting('glue'));
  });
});

function policyTrusting(service: string): string {
  return ec2Trust.replace('ec2.', `${service}.`);
}

describe('A policy with five versions', () => {
  const version = {
    kind: 'createPolicyVersion',
    policyArn: ordersRead,
    document: policyDocument('s3:PutObject'),
  } as const;

  beforeEach(async () => {
    await applied(guidePlan(await newInstance()));
    for (const action of ['s3:GetBucketAcl', 's3:GetBucketTagging', 's3:GetObjectAcl', 's3:GetObjectTagging'])
      await api.createPolicyVersion(ordersRead, policyDocument(action));
  });

  it('is left alone, with a word on why', async () => {
    const plan = stepPlan([{ ...version, deleteOldest: false }], target, []);
    expect(await inspectPlan(plan, api, never, new Date())).toMatchObject([
      { kind: 'blocked', reason: expect.stringMatching(/has 5 versions.*such as v1/) },
    ]);
    expect(await apply(plan)).toMatchObject({ kind: 'failed', journal: { entries: [] } });
  });

  it('loses its oldest where that is wanted, and gets it back', async () => {
    const before = await accountOf(api);
    const { journal } = await applied(stepPlan([{ ...version, deleteOldest: true }], target, []));
    const ids = (await api.listPolicyVersions(ordersRead)).map(({ id }) => id).sort();
    expect(ids).toEqual(['v2', 'v3', 'v4', 'v5', 'v6']);
    expect(leftovers(await rollBack(journal, api, quickPorts()))).toEqual([]);
    expect(await accountOf(api)).toEqual(before);
  });
});

describe('The AWS CLI script', () => {
  it('does what applying the plan does, once and again', async () => {
    const instanceId = await newInstance();
    await applied(guidePlan(instanceId));
    const wanted = await accountOf(api);
    await emptyAccount(api);
    const otherInstance = await newInstance();
    const script = printCli(guidePlan(otherInstance));
    const same = JSON.parse(JSON.stringify(wanted).replaceAll(instanceId, otherInstance));
    await runScript(script);
    expect(await accountOf(api)).toEqual(same);
    await runScript(script);
    expect(await accountOf(api)).toEqual(same);
  });

  it('changes and deletes as the plans do, once and again', async () => {
    const instanceId = await newInstance();
    await applied(guidePlan(instanceId));
    const changing = changingPlan(instanceId);
    await runScript(printCli(changing));
    const changed = await accountOf(api);
    await runScript(printCli(changing));
    expect(await accountOf(api)).toEqual(changed);
    await emptyAccount(api);
    const other = await newInstance();
    await applied(guidePlan(other));
    await applied(changingPlan(other));
    expect(await accountOf(api)).toEqual(changed);
    const deleting = printCli(deleteRolePlan(must(await readRole(api, answers.name)), target));
    await runScript(deleting);
    expect(await api.getRole(answers.name)).toBeUndefined();
  });
});
