import { describe, expect, it } from 'vitest';
import { connectionTo } from './connection.ts';
import { documents, fakeAws, last, onLens, plainly, reader, run, trust } from './createRoleSession.ts';
import { newCaller, newRole } from './fake/seeds.ts';
import { motoOfThisFile } from './moto.ts';
import { must } from './must.ts';
import { runInstance } from './runInstance.ts';

const moto = motoOfThisFile();

describe('Create Role', () => {
  it('makes a role from open documents, with an instance profile, in six steps', async () => {
    const person = await run({
      url: moto.url,
      replies: [
        { pick: 'trust.json' },
        { type: 'orders-reader' },
        { pick: 'Continue' },
        { pickMany: ['read-orders.json as inline', 'AmazonSSMManagedInstanceCore'] },
        { type: 'read-orders' },
        { pick: 'Create an instance profile' },
        { pick: 'No instance now' },
        { pick: 'Create role orders-reader' },
        { press: 'Create' },
        { press: 'Copy ARN' },
      ],
    });
    expect(person.log.filter((line) => /\d\/\d$/.test(line))).toEqual([
      'Create Role: Who May Assume It 1/5',
      'Create Role: Name 2/6',
      'Create Role: Options 3/6',
      'Create Role: Permissions 4/6',
      'Create Role: Permissions 4/6',
      'Create Role: Instance Profile 5/6',
      'Create Role: Instance Profile 5/6',
      'Create Role: Review 6/6',
    ]);
    const often = person.lists.flat().filter(({ group }) => group === 'Often Attached');
    expect(often.map(({ label }) => label)).toContain('AmazonSSMManagedInstanceCore');
    expect(person.copied).toEqual(['arn:aws:iam::123456789012:role/orders-reader']);
    expect(last(person.log)).toBe('inform: Create role orders-reader: done. [Copy ARN] [Undo]');
    const api = connectionTo(moto.url).api();
    expect(JSON.parse((await api.getRole('orders-reader'))?.trustPolicy ?? '')).toEqual(trust);
    expect(JSON.parse((await api.getRolePolicy('orders-reader', 'read-orders')) ?? '')).toEqual(reader);
    expect(await api.listAttachedRolePolicies('orders-reader')).toMatchObject([
      { name: 'AmazonSSMManagedInstanceCore' },
    ]);
    expect((await api.getInstanceProfile('orders-reader'))?.roleName).toBe('orders-reader');
  }, 60_000);

  it('names account and profile before anything is done, and does nothing when that is refused', async () => {
    const fake = await fakeAws();
    const person = await run({ url: fake.url, argument: onLens, replies: [...plainly, 'escape'] });
    const confirmation = last(person.log);
    expect(confirmation).toContain('Create role plain in account 123456789012 (profile test, us-east-1');
    expect(confirmation).toContain('1. ');
    expect(person.shown.map(({ title, language }) => [title, language])).toEqual([
      ['Create role plain', 'markdown'],
    ]);
    expect(fake.state.roles).toEqual([]);
    expect(fake.calls.filter(({ operation }) => /^(Create|Put|Attach|Add)/.test(operation))).toEqual([]);
  });

  it('warns of the root user and of production before anything is done', async () => {
    const fake = await fakeAws();
    const { accessKeyId, secretAccessKey } = must(fake.state.callers[0]);
    const arn = 'arn:aws:iam::123456789012:root';
    fake.state.callers[0] = newCaller({ arn, accessKeyId, secretAccessKey });
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...plainly, 'escape'],
      profile: { production: true },
    });
    expect(last(person.log)).toContain('You are the root user of this account');
    expect(last(person.log)).toContain('The profile test is marked as production.');
  });

  it('shows what differs in a role that is there, and changes only that', async () => {
    const fake = await fakeAws();
    const role = newRole({ name: 'plain', description: 'As it was.' });
    fake.state.roles.push(role);
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...plainly, { press: 'Review First' }, { press: 'Create…' }, { press: 'Create' }],
    });
    expect(person.log.find((line) => line.startsWith('confirm: '))).toContain(
      '1. Create role plain: is there already, and will be changed in trust policy, description',
    );
    expect(person.log.filter((line) => line.startsWith('diff: '))).toEqual([
      'diff: trust policy',
      'diff: description',
    ]);
    expect(fake.state.roles).toEqual([role]);
    expect(role.description).toBe('');
    expect(JSON.parse(role.trustPolicy)).toEqual(trust);
  });

  it('gives the role to an instance that runs', async () => {
    const id = await runInstance(moto.url, 'orders-web');
    const person = await run({
      url: moto.url,
      argument: onLens,
      replies: [
        { type: 'orders-web' },
        { pick: 'Continue' },
        { pickMany: [] },
        { pick: 'Create an instance profile' },
        { pick: 'orders-web' },
        { pick: 'Create role orders-web' },
        { press: 'Create' },
      ],
    });
    expect(last(person.log)).toContain('Create role orders-web: done.');
    const associations = await connectionTo(moto.url).api().describeIamInstanceProfileAssociations();
    expect(associations).toMatchObject([
      { instanceId: id, instanceProfileArn: 'arn:aws:iam::123456789012:instance-profile/orders-web' },
    ]);
  }, 60_000);

  it('undoes what it made', async () => {
    const fake = await fakeAws();
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...plainly, { press: 'Create' }, { press: 'Undo' }, { press: 'Undo' }],
    });
    expect(last(person.log)).toBe('inform: Undo: Create role plain: done, nothing of this run is left.');
    expect(fake.state.roles).toEqual([]);
  });

  it('lets the plan be read before it is confirmed', async () => {
    const fake = await fakeAws();
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...plainly, { press: 'Review First' }, { press: 'Create…' }, { press: 'Create' }],
    });
    expect(fake.state.roles.map(({ name }) => name)).toEqual(['plain']);
    expect(last(person.log)).toContain('done.');
  });

  it('goes back with the answers kept', async () => {
    const fake = await fakeAws();
    const person = await run({
      url: fake.url,
      replies: [
        { pick: 'trust.json' },
        { type: 'first' },
        'back',
        'back',
        { pick: 'trust.json' },
        { type: 'second' },
        { pick: 'Description' },
        { type: 'Reads orders.' },
        { pick: 'Tags' },
        { type: 'team=orders, stage=test' },
        { pick: 'Longest session' },
        { type: '7200' },
        { pick: 'Path' },
        { type: '/teams/' },
        'back',
        { type: 'second' },
        { pick: 'Continue' },
        { pickMany: [] },
        { pick: 'Without one' },
        'back',
        { pick: 'Without one' },
        { pick: 'Create role second' },
        { press: 'Create' },
      ],
    });
    const names = person.inputs.filter(({ prompt }) => prompt === 'Name of the role');
    expect(names.map(({ value }) => value)).toEqual(['', 'first', 'second']);
    expect(fake.state.roles).toMatchObject([
      {
        name: 'second',
        path: '/teams/',
        description: 'Reads orders.',
        maxSessionDuration: 7200,
        tags: { team: 'orders', stage: 'test' },
      },
    ]);
  });

  it('copies the plan for other tools, and stays', async () => {
    const fake = await fakeAws();
    const copies = ['AWS CLI script', 'CloudFormation template', 'Terraform configuration', 'CDK code'];
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [
        ...plainly.slice(0, -1),
        { pick: 'Preview Plan' },
        ...copies.map((name) => ({ pick: `Copy as ${name}` })),
        'escape',
      ],
    });
    expect(person.copied).toHaveLength(4);
    expect(person.shown).toHaveLength(1);
    expect(fake.state.roles).toEqual([]);
  });
});

describe('a name', () => {
  it('is complained of while it is typed', async () => {
    const fake = await fakeAws();
    const first = await run({ url: fake.url, argument: onLens, replies: [...plainly, { press: 'Create' }] });
    expect(last(first.log)).toContain('done.');
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [
        { type: '' },
        { type: 'orders reader' },
        { type: 'a'.repeat(65) },
        { type: 'Plain' },
        { type: 'plain' },
        'escape',
      ],
    });
    expect(person.inputs.map(({ complaint }) => complaint)).toEqual([
      'A role needs a name.',
      'A role may have no spaces in its name: IAM takes letters, digits and + = , . @ - _',
      'A role has a name of at most 64 characters; this has 65.',
      'There is a role plain already, and IAM takes no two names that differ in case only. Choose another.',
      'There is a role plain already. Going on takes over what is the same and shows what differs.',
    ]);
  });

  it('is looked up alone where listing roles is not allowed', async () => {
    const fake = await fakeAws();
    await run({ url: fake.url, argument: onLens, replies: [...plainly, { press: 'Create' }] });
    fake.fail('ListRoles', { denied: {} });
    const person = await run({ url: fake.url, argument: onLens, replies: [{ type: 'plain' }, 'escape'] });
    expect(person.inputs.at(-1)?.complaint).toContain('There is a role plain already.');
  });

  it('that is taken by an equal role is nothing to do', async () => {
    const fake = await fakeAws();
    await run({ url: fake.url, argument: onLens, replies: [...plainly, { press: 'Create' }] });
    const person = await run({ url: fake.url, argument: onLens, replies: plainly });
    expect(last(person.log)).toBe('inform: Create role plain: nothing to do, all of it is there as wanted.');
  });
});

describe('policies are checked first', () => {
  it('an error in the trust policy stops, and is shown at its place', async () => {
    const fake = await fakeAws();
    const wrong = { ...trust, Statement: [{ ...trust.Statement[0], Action: 's3:GetObject' }] };
    const person = await run({
      url: fake.url,
      open: { 'file:///roles/trust.json': wrong },
      argument: onLens,
      replies: [],
    });
    expect(last(person.log)).toMatch(/^fail: The trust policy in trust\.json cannot be used: .*s3:GetObject/);
    expect(person.opened).toEqual(['file:///roles/trust.json:9:17']);
  });

  it('an error in a permission policy stops too', async () => {
    const fake = await fakeAws();
    const wrong = { ...reader, Statement: [{ ...reader.Statement[0], Effect: 'Alow' }] };
    const person = await run({
      url: fake.url,
      open: { ...documents, 'file:///roles/read-orders.json': wrong },
      argument: onLens,
      replies: [{ type: 'plain' }, { pick: 'Continue' }, { pickMany: ['read-orders.json as new'] }],
    });
    expect(last(person.log)).toMatch(/^fail: The permission policy in read-orders\.json cannot be used: /);
    expect(person.opened).toEqual(['file:///roles/read-orders.json:5:17']);
  });

  it('a security warning asks, and Back leads to the choice', async () => {
    const fake = await fakeAws();
    const risky = { ...reader, Statement: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' }] };
    const person = await run({
      url: fake.url,
      open: { ...documents, 'file:///roles/read-orders.json': risky },
      argument: onLens,
      replies: [
        { type: 'plain' },
        { pick: 'Continue' },
        { pickMany: ['read-orders.json as inline'] },
        'back',
        { pickMany: ['read-orders.json as inline'] },
        { pick: 'Use It Anyway' },
        { type: 'risky' },
        'escape',
      ],
    });
    expect(person.lists.some((list) => list.some(({ detail }) => detail?.includes('iam:PassRole')))).toBe(
      true,
    );
  });

  it('what only a deployment knows cannot be sent', async () => {
    const fake = await fakeAws();
    const template = {
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: {
              ...trust,
              Statement: [{ ...trust.Statement[0], Principal: { AWS: { Ref: 'Account' } } }],
            },
          },
        },
      },
    };
    const person = await run({
      url: fake.url,
      open: { 'file:///stack.json': template },
      replies: [{ pick: 'stack.json' }],
    });
    expect(last(person.log)).toContain('known to a deployment only');
  });
});
