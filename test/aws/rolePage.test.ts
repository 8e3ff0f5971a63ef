import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../client/src/aws/connection.ts';
import { showLocalRolePage } from '../../client/src/commands/rolePage/showLocalRolePage.ts';
import { showRolePage } from '../../client/src/commands/rolePage/showRolePage.ts';

import type { RolePage } from '../../client/src/rolePage/rolePage.ts';
import { type Reply, type ScriptedUi, scriptedUi } from '../scriptedUi.ts';
import { connectionTo } from './connection.ts';
import { newCaller, newPolicy, newRole, trusting } from './fake/seeds.ts';
import { startFakeAws } from './fake/startFakeAws.ts';
import { motoOfThisFile } from './moto.ts';
import { must } from './must.ts';
import { type SessionBench, sessionBench } from './sessionCommands.ts';

const moto = motoOfThisFile();
const api = () => connectionTo(moto.url).api();

const ends: (() => unknown)[] = [];
let name = '';
beforeEach(({ task }) => {
  name = `role-${task.id.replace(/\W/g, '-')}`;
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type Command = (parts: SessionBench['parts'], argument?: unknown) => Promise<void>;

/** Goes through a command as a person that replies so; all replies are used. */
async function run(
  command: Command,
  connection: Connection,
  replies: readonly Reply[],
  argument?: unknown,
  documents: Record<string, unknown> = {},
): Promise<SessionBench & { readonly person: ScriptedUi }> {
  const person = scriptedUi(...replies);
  const bench = await sessionBench(person, connection, { documents });
  ends.push(bench.dispose);
  await command(bench.parts, argument);
  expect(person.left, person.log.join('\n')).toEqual([]);
  return { ...bench, person };
}

async function pageOf(argument: unknown, replies: readonly Reply[] = []): Promise<RolePage> {
  const { pages } = await run(showRolePage, connectionTo(moto.url), replies, argument);
  return must(pages[0]).read();
}

const allow = (action: unknown, resource: unknown = '*') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
});

async function makeRole(
  given: Partial<Parameters<ReturnType<typeof api>['createRole']>[0]> = {},
): Promise<string> {
  const { arn } = await api().createRole({
    name,
    path: '/',
    trustPolicy: trusting({ Service: 'ec2.amazonaws.com' }),
    description: '',
    maxSessionDuration: 7200,
    permissionsBoundary: undefined,
    tags: {},
    ...given,
  });
  return arn;
}

describe('Show Role Page', () => {
  test('reads a role with all that hangs on it', async () => {
    const boundary = await api().createPolicy({
      name: `limits-${name}`,
      path: '/',
      description: '',
      document: JSON.stringify(allow(['s3:*'])),
      tags: {},
    });
    const arn = await makeRole({ permissionsBoundary: boundary.arn, tags: { team: 'orders' } });
    await api().attachRolePolicy(name, 'arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess');
    await api().putRolePolicy(
      name,
      'read',
      JSON.stringify(allow('s3:GetObject', 'arn:aws:s3:::amzn-s3-demo-bucket/*')),
    );
    await api().createInstanceProfile(`profile-${name}`, '/', {});
    await api().addRoleToInstanceProfile(`profile-${name}`, name);
    const nextRole = await api().createRole({
      name: `next-${name}`,
      path: '/',
      trustPolicy: trusting({ AWS: arn }),
      description: '',
      maxSessionDuration: 3600,
      permissionsBoundary: undefined,
      tags: {},
    });

    const page = await pageOf(arn);
    expect(page).toMatchObject({
      name,
      origin: 'account 123456789012 (profile test)',
      trust: {
        sentences: ['Allows Amazon EC2 to assume this role.'],
        principals: [{ phrase: 'Amazon EC2', conditional: false }],
      },
      policies: [
        { name: 'AmazonSQSReadOnlyAccess', kind: 'AWS managed policy', findings: [] },
        { name: 'read', kind: 'inline policy' },
      ],
      boundary: { name: boundary.name, kind: 'customer managed policy' },
      instanceProfiles: [{ name: `profile-${name}`, instances: [] }],
      trustingRoles: [nextRole.arn],
      gaps: [],
    });
    const facts = Object.fromEntries(page.facts.map(({ label, values }) => [label, values]));
    expect(facts).toMatchObject({ ARN: [arn], 'Longest session': ['2 hours'], Tags: ['team = orders'] });
    const [s3, sqs] = page.access.services;
    expect(s3).toMatchObject({
      prefix: 's3',
      policies: [1],
      levels: [{ level: 'Read', granted: 1, kept: 1 }],
    });
    expect(sqs).toMatchObject({ prefix: 'sqs', policies: [0] });
    expect(sqs?.levels.every(({ granted, kept }) => granted > 0 && kept === 0)).toBe(true);
  });

  test('reads anew what changed, and says when the role is gone', async () => {
    await makeRole();
    const { pages } = await run(showRolePage, connectionTo(moto.url), [], name);
    const { read, title } = must(pages[0]);
    expect(title).toBe(name);
    expect((await read()).policies).toEqual([]);
    await api().putRolePolicy(name, 'late', JSON.stringify(allow('s3:GetObject')));
    expect((await read()).policies.map((policy) => policy.name)).toEqual(['late']);
    await api().deleteRolePolicy(name, 'late');
    await api().deleteRole(name);
    await expect(read()).rejects.toThrow(`has no role arn:aws:iam::123456789012:role/${name}`);
  });

  test('asks for the role, and refuses that of another account', async () => {
    await makeRole();
    const { pages } = await run(showRolePage, connectionTo(moto.url), [{ pick: name }]);
    expect(pages).toMatchObject([{ title: name }]);
    const foreign = run(showRolePage, connectionTo(moto.url), [], 'arn:aws:iam::444455556666:role/x');
    await expect(foreign).rejects.toThrow(
      'Account 123456789012 has no role arn:aws:iam::444455556666:role/x',
    );
    expect((await run(showRolePage, connectionTo(moto.url), ['escape'])).pages).toEqual([]);
  });
});

test('what the profile may not read is told, and the rest is shown', async () => {
  const fake = await startFakeAws();
  ends.push(fake.stop);
  const mayRead = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: [
          'iam:GetRole',
          'iam:ListRolePolicies',
          'iam:ListAttachedRolePolicies',
          'iam:ListInstanceProfilesForRole',
        ],
        Resource: '*',
      },
    ],
  };
  const caller = newCaller({
    arn: 'arn:aws:iam::123456789012:user/Reader',
    policies: [JSON.stringify(mayRead)],
  });
  fake.state.callers.push(caller);
  const policy = newPolicy({ name: 'orders' }, JSON.stringify(allow('sqs:*')));
  fake.state.policies.push(policy);
  const attachedPolicies = ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess', policy.arn];
  fake.state.roles.push(newRole({ name: 'deploy', attachedPolicies, boundary: policy.arn }));
  const { accessKeyId, secretAccessKey, sessionToken } = caller;
  const keys = { accessKeyId, secretAccessKey, sessionToken, expiration: undefined };
  const connection = connectionTo(fake.url, { credentials: async () => keys });
  const { pages } = await run(showRolePage, connection, [], 'deploy');
  const page = await must(pages[0]).read();
  expect(page.gaps).toEqual([
    `The policy ${policy.arn} could not be read, as AWS denies it or has none of that name. What it allows is missing here.`,
    `The policy ${policy.arn} could not be read, as AWS denies it or has none of that name. What it takes away is not known.`,
    'Roles that trust this one are not known, as the profile may not list roles (iam:ListRoles).',
  ]);
  // AWS's own policy is known without AWS; what the boundary takes away is not.
  expect(page.access.services.map(({ prefix }) => prefix)).toContain('s3');
  expect(
    page.access.services.every(({ levels }) => levels.every(({ granted, kept }) => granted === kept)),
  ).toBe(true);
  expect(page.policies.map((one) => one.name)).toEqual(['AmazonS3ReadOnlyAccess', 'orders']);
});

describe('Show Role Page of Open Policies', () => {
  const documents = {
    'file:///roles/trust.json': JSON.parse(trusting({ Service: 'lambda.amazonaws.com' })),
    'file:///roles/read.json': allow('s3:GetObject', 'arn:aws:s3:::amzn-s3-demo-bucket/*'),
    'file:///roles/queue.json': allow('sqs:*'),
  };
  const open = (replies: readonly Reply[], opened: Record<string, unknown> = documents) =>
    run(showLocalRolePage, connectionTo('http://127.0.0.1:1'), replies, undefined, opened);

  test('shows what they make up together, and calls nothing of AWS', async () => {
    const { pages } = await open([{ pickMany: ['read.json', 'queue.json'] }]);
    const page = await must(pages[0]).read();
    expect(page).toMatchObject({
      name: 'trust.json',
      origin: 'open documents',
      facts: [],
      trust: { principals: [{ phrase: 'AWS Lambda' }], place: { uri: 'file:///roles/trust.json' } },
      policies: [
        { name: 'read.json', kind: 'permission policy' },
        { name: 'queue.json', place: { uri: 'file:///roles/queue.json' } },
      ],
      boundary: undefined,
      gaps: [],
    });
    expect(page.policies[1]?.findings.length).toBeGreaterThan(0);
    expect(page.access.services.map(({ prefix }) => prefix)).toEqual(['s3', 'sqs']);
  });

  test('asks for the trust policy where several are open', async () => {
    const other = JSON.parse(trusting({ Service: 'ec2.amazonaws.com' }));
    const opened = { ...documents, 'file:///roles/other.json': other };
    const { pages, person } = await open([{ pick: 'other.json' }, { pickMany: [] }], opened);
    expect(person.lists[0]?.map(({ label }) => label)).toEqual(['trust.json', 'other.json']);
    expect((await must(pages[0]).read()).trust.principals).toMatchObject([{ phrase: 'Amazon EC2' }]);
  });

  test('says what is to be opened where no trust policy is', async () => {
    await expect(
      open([], { 'file:///roles/read.json': documents['file:///roles/read.json'] }),
    ).rejects.toThrow('No trust policy is open.');
  });
});
