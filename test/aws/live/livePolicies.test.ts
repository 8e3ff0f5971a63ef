import { beforeEach, describe, expect, test } from 'vitest';
import { openLivePolicy } from '../../../client/src/commands/live/openLivePolicy.ts';
import type { AwsApi } from '../../../client/src/roles/awsApi.ts';
import { type LivePolicy, pathOfLive } from '../../../client/src/roles/live/address.ts';
import type { Reply } from '../../scriptedUi.ts';
import { connectionTo } from '../connection.ts';
import { motoOfThisFile } from '../moto.ts';
import { must } from '../must.ts';
import { type LiveBench, liveBench, reader, trust, written } from './bench.ts';

const moto = motoOfThisFile();
const api = (): AwsApi => connectionTo(moto.url).api();
const bench = (...replies: Reply[]): Promise<LiveBench> => liveBench(connectionTo(moto.url), replies);

let roleName = 'worker';
let ofTrust: LivePolicy = { kind: 'trust', roleName };
let inline: LivePolicy = { kind: 'inline', roleName, policyName: 'read' };
beforeEach(async ({ task }) => {
  roleName = `worker-${task.id.replace(/\W/g, '-')}`;
  ofTrust = { kind: 'trust', roleName };
  inline = { kind: 'inline', roleName, policyName: 'read' };
  await newRole(roleName, '/teams/');
  await api().putRolePolicy(roleName, 'read', JSON.stringify(reader('one')));
});

async function newRole(name: string, path: string): Promise<void> {
  await api().createRole({
    name,
    path,
    trustPolicy: JSON.stringify(trust('ec2.amazonaws.com')),
    description: '',
    maxSessionDuration: 3600,
    permissionsBoundary: undefined,
    tags: {},
  });
}

const liveTrust = async () => JSON.parse(must(await api().getRole(roleName)).trustPolicy);

describe('opening', () => {
  test('gives indented JSON, and nothing for what is not there', async () => {
    const { open, policies } = await bench();
    expect(await open(ofTrust)).toBe(written(trust('ec2.amazonaws.com')));
    expect(await open(inline)).toBe(written(reader('one')));
    expect(await open({ kind: 'inline', roleName, policyName: 'other' })).toBeUndefined();
    expect(await open({ kind: 'trust', roleName: 'nobody' })).toBeUndefined();
    expect(await policies.stat('/test/123456789012/role/x/iam-roles.config.json')).toBeUndefined();
  });

  test('managed policies by their default version, AWS’s own and versions read-only with the reason', async () => {
    const { arn: policyArn } = await api().createPolicy({
      name: `orders-${roleName}`,
      path: '/team/',
      description: '',
      document: JSON.stringify(reader('one')),
      tags: {},
    });
    await api().createPolicyVersion(policyArn, JSON.stringify(reader('two')));
    const { open, save, person, parts } = await bench();
    expect(await open({ kind: 'managed', policyArn })).toBe(written(reader('two')));
    const first: LivePolicy = { kind: 'managed', policyArn, versionId: 'v1' };
    expect(await open(first)).toBe(written(reader('one')));
    expect(await save(first, written(reader('three')))).toMatch(/A version of a policy cannot be changed/);
    const awsManaged: LivePolicy = { kind: 'managed', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' };
    await open(awsManaged);
    expect(await save(awsManaged, '{}')).toMatch(/an AWS managed policy, which only AWS changes/);
    await openLivePolicy(parts, awsManaged);
    await openLivePolicy(parts, { kind: 'managed', policyArn });
    expect(person.opened).toEqual([
      'aws-iam-readonly:/test/123456789012/policy/arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%252FReadOnlyAccess/ReadOnlyAccess.json',
      `aws-iam:/test/123456789012/policy/arn%3Aaws%3Aiam%3A%3A123456789012%3Apolicy%252Fteam%252Forders-${roleName}/orders-${roleName}.json`,
    ]);
  });

  test('of a service-linked role is read-only', async () => {
    await newRole(`AWSServiceRoleFor${roleName}`, '/aws-service-role/ec2.amazonaws.com/');
    const { open, save } = await bench();
    const policy: LivePolicy = { kind: 'trust', roleName: `AWSServiceRoleFor${roleName}` };
    await open(policy);
    expect(await save(policy, written(trust('lambda.amazonaws.com')))).toMatch(/is a service-linked role/);
  });

  test('by command asks for the role’s policy, and tells of one that is gone', async () => {
    const { person, parts } = await bench({ pick: 'read' });
    await openLivePolicy(parts, roleName);
    expect(person.opened).toEqual([`aws-iam:/test/123456789012/role/${roleName}/inline/read.json`]);
    await openLivePolicy(parts, { label: 'a row of the view', policy: ofTrust });
    expect(person.opened[1]).toBe(`aws-iam:/test/123456789012/role/${roleName}/trust%20policy.json`);
    await openLivePolicy(parts, { kind: 'trust', roleName: 'nobody' });
    expect(person.log.at(-1)).toMatch(/^fail: Account 123456789012 has no trust policy of role nobody/);
  });

  test('through another profile than the active one, unless that has another account', async () => {
    const connection = connectionTo(moto.url);
    const { profile } = connection;
    const other = { ...profile, name: 'prod' };
    const { policies } = await liveBench(connection, [], {
      profile: other,
      connectTo: async () => connection,
    });
    const place = { profile: 'test', policy: ofTrust };
    expect(await policies.read(pathOfLive({ ...place, account: '123456789012' }))).toBeDefined();
    await expect(policies.read(pathOfLive({ ...place, account: '111122223333' }))).rejects.toThrow(
      /of account 111122223333, but the profile test is now in account 123456789012/,
    );
  });
});

describe('saving', () => {
  test('shows the difference, asks with account and profile, and writes; Undo is seen', async () => {
    const { open, save, person, policies, changed } = await bench(
      { press: 'Update' },
      { press: 'Undo' },
      { press: 'Undo' },
    );
    await open(ofTrust);
    const text = written(trust('lambda.amazonaws.com'));
    expect(await save(ofTrust, text)).toBeUndefined();
    expect(person.log[1]).toBe(`diff: trust policy of role ${roleName}: in AWS and to be written`);
    expect(person.log[2]).toMatch(/^confirm: Update the trust policy.*account 123456789012 \(profile test/s);
    expect(person.log[4]).toBe(`close: trust policy of role ${roleName}: in AWS and to be written`);
    await expect.poll(liveTrust).toEqual(trust('ec2.amazonaws.com'));
    await expect.poll(() => changed).toHaveLength(1);
    const path = must(changed[0]);
    expect((await policies.read(path))?.text).toBe(written(trust('ec2.amazonaws.com')));
  });

  test('is seen at once, though AWS may answer what was before for a while', async () => {
    const live = await bench({ press: 'Update' });
    const path = pathOfLive({ profile: 'test', account: '123456789012', policy: ofTrust });
    await live.open(ofTrust);
    const text = written(trust('lambda.amazonaws.com'));
    expect(await live.save(ofTrust, text)).toBeUndefined();
    await api().updateAssumeRolePolicy(roleName, JSON.stringify(trust('ec2.amazonaws.com')));
    const before = await live.policies.stat(path);
    expect(await live.policies.read(path)).toEqual(before);
    expect(before?.text).toBe(text);
    live.now = new Date(live.now.getTime() + 31_000);
    expect((await live.policies.read(path))?.text).toBe(written(trust('ec2.amazonaws.com')));
    expect(live.changed).toEqual([path]);
  });

  test('of an inline policy and of a managed one', async () => {
    const { arn: policyArn } = await api().createPolicy({
      name: `orders-${roleName}`,
      path: '/',
      description: '',
      document: JSON.stringify(reader('one')),
      tags: {},
    });
    const managed: LivePolicy = { kind: 'managed', policyArn };
    const { open, save } = await bench({ press: 'Put' }, { press: 'Create' });
    await open(inline);
    await open(managed);
    expect(await save(inline, written(reader('two')))).toBeUndefined();
    expect(JSON.parse(must(await api().getRolePolicy(roleName, 'read')))).toEqual(reader('two'));
    expect(await save(managed, written(reader('two')))).toBeUndefined();
    expect((await api().getPolicy(policyArn))?.defaultVersionId).toBe('v2');
  });

  test('asks before the oldest of five versions goes', async () => {
    const { arn: policyArn } = await api().createPolicy({
      name: `orders-${roleName}`,
      path: '/',
      description: '',
      document: JSON.stringify(reader('1')),
      tags: {},
    });
    for (const number of [2, 3, 4, 5])
      await api().createPolicyVersion(policyArn, JSON.stringify(reader(`${number}`)));
    const managed: LivePolicy = { kind: 'managed', policyArn };
    const { open, save } = await bench('escape', { press: 'Delete Oldest Version' }, { press: 'Create' });
    await open(managed);
    expect(await save(managed, written(reader('6')))).toMatch(/^Not written to AWS/);
    expect(await save(managed, written(reader('6')))).toBeUndefined();
    const versions = (await api().listPolicyVersions(policyArn)).map(({ id }) => id).sort();
    expect(versions).toEqual(['v2', 'v3', 'v4', 'v5', 'v6']);
  });

  test('without a yes leaves all as it is', async () => {
    const { open, save, person } = await bench('escape');
    await open(ofTrust);
    expect(await save(ofTrust, written(trust('lambda.amazonaws.com')))).toBe(
      'Not written to AWS, the editor keeps your changes.',
    );
    expect(await liveTrust()).toEqual(trust('ec2.amazonaws.com'));
    expect(person.log.filter((line) => /^(fail|inform|warn)/.test(line))).toEqual([]);
  });

  test('what AWS has already asks nothing', async () => {
    const { open, save, person } = await bench();
    await open(ofTrust);
    expect(await save(ofTrust, JSON.stringify(trust('ec2.amazonaws.com')))).toBeUndefined();
    expect(person.log).toEqual([]);
  });

  test('stops at an error with its place, and asks about a security warning', async () => {
    const { open, save, person } = await bench(
      { press: 'Look at It First' },
      { press: 'Save Anyway' },
      'escape',
    );
    await open(ofTrust);
    const wrong = { ...trust('ec2.amazonaws.com'), Version: '2012-10-18' };
    expect(await save(ofTrust, written(wrong))).toMatch(/^AWS would refuse this policy\. Line 2: /);
    expect(person.opened.at(-1)).toMatch(/trust%20policy\.json:2:\d+$/);
    expect(await save(ofTrust, 'no JSON')).toMatch(/Line 1: A policy document is one JSON object/);
    await open(inline);
    const forAll = written({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' }],
    });
    expect(await save(inline, forAll)).toBe('Not written to AWS, the editor keeps your changes.');
    expect(await save(inline, forAll)).toBe('Not written to AWS, the editor keeps your changes.');
    expect(person.left).toEqual([]);
  });
});

describe('a policy that was changed in AWS meanwhile', () => {
  const theirs = trust('ecs-tasks.amazonaws.com');
  const mine = written(trust('lambda.amazonaws.com'));
  const change = () => api().updateAssumeRolePolicy(roleName, JSON.stringify(theirs));

  test('is compared first; then it may be written over', async () => {
    const { open, save, person } = await bench(
      { press: 'Compare' },
      { press: 'Overwrite' },
      { press: 'Update' },
    );
    await open(ofTrust);
    await change();
    expect(await save(ofTrust, mine)).toMatch(/was changed in AWS meanwhile\. Take over what you need/);
    expect(
      person.log.filter((line) => /^(confirm|three ways)/.test(line)).map((line) => line.split('\n')[0]),
    ).toEqual([
      `confirm: The trust policy of role ${roleName} was changed in AWS since you opened it.`,
      `three ways: trust policy of role ${roleName}: changed in AWS, and yours`,
    ]);
    expect(person.log[0]).toMatch(/\[Compare\] \[Reload\]$/);
    expect(await liveTrust()).toEqual(theirs);
    expect(await save(ofTrust, mine)).toBeUndefined();
    expect(await liveTrust()).toEqual(JSON.parse(mine));
  });

  test('and changed again is to be compared again', async () => {
    const { open, save, person } = await bench({ press: 'Compare' }, 'escape');
    await open(ofTrust);
    await change();
    await save(ofTrust, mine);
    await api().updateAssumeRolePolicy(roleName, JSON.stringify(trust('glue.amazonaws.com')));
    expect(await save(ofTrust, mine)).toMatch(/^Not written to AWS/);
    expect(person.log.at(-1)).toMatch(/\[Compare\] \[Reload\]$/);
  });

  test('is reloaded when the user wants that', async () => {
    const { open, save, policies, changed } = await bench({ press: 'Reload' });
    await open(ofTrust);
    await change();
    expect(await save(ofTrust, mine)).toBeUndefined();
    expect(await liveTrust()).toEqual(theirs);
    expect(changed).toHaveLength(1);
    const path = must(changed[0]);
    const stat = must(await policies.stat(path));
    expect(stat.text).toBe(written(theirs));
    expect(await policies.read(path)).toEqual(stat);
  });

  test('or deleted cannot be saved, and says so', async () => {
    const { open, save } = await bench();
    await open(inline);
    await api().deleteRolePolicy(roleName, 'read');
    expect(await save(inline, written(reader('two')))).toMatch(/AWS has no inline policy read .* any more/);
  });

  test('is seen when it is read anew, and a closed document is read anew', async () => {
    const { open, policies, changed } = await bench();
    await open(ofTrust);
    const path = pathOfLive({ profile: 'test', account: '123456789012', policy: ofTrust });
    await change();
    expect((await policies.stat(path))?.text).toBe(written(trust('ec2.amazonaws.com')));
    expect((await policies.read(path))?.text).toBe(written(theirs));
    expect(changed).toEqual([path]);
    policies.closed(path);
    await api().updateAssumeRolePolicy(roleName, JSON.stringify(trust('glue.amazonaws.com')));
    expect(await open(ofTrust)).toBe(written(trust('glue.amazonaws.com')));
  });
});
