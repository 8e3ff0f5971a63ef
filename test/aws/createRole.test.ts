import { afterEach, describe, expect, it } from 'vitest';
import { createRole } from '../../client/src/commands/createRole.ts';
import { type Reply, type ScriptedUi, scriptedUi } from '../scriptedUi.ts';
import { servedPolicies } from '../servedPolicies.ts';
import { connectionTo } from './connection.ts';
import { type FakeAws, startFakeAws } from './fake/startFakeAws.ts';
import { motoOfThisFile } from './moto.ts';
import { roleCommandParts } from './roleCommands.ts';

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const reader = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*' }],
};
const documents = { 'file:///roles/trust.json': trust, 'file:///roles/read-orders.json': reader };

const moto = motoOfThisFile();
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function fakeAws(): Promise<FakeAws> {
  const fake = await startFakeAws();
  ends.push(fake.stop);
  return fake;
}

const fakeCredentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: undefined,
  expiration: undefined,
};

interface Session {
  readonly url: string;
  readonly replies: readonly Reply[];
  readonly open?: Readonly<Record<string, unknown>>;
  readonly argument?: unknown;
  readonly before?: (person: ScriptedUi) => void;
}

/** Goes through the command as a person that replies so; all replies are to be used. */
async function run({ url, replies, open = documents, argument, before }: Session): Promise<ScriptedUi> {
  const policies = await servedPolicies(open);
  ends.push(policies.dispose);
  const person = scriptedUi(...replies);
  before?.(person);
  const connection = connectionTo(url, { credentials: async () => fakeCredentials });
  await createRole(roleCommandParts(person, policies, connection), argument);
  expect(person.left).toEqual([]);
  return person;
}

const last = (list: readonly string[]) => list.at(-1) ?? '';
const onLens = { uri: 'file:///roles/trust.json', line: 0 };

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

/** The steps after the trust policy, with nothing but a name. */
const plainly: readonly Reply[] = [
  { type: 'plain' },
  { pick: 'Continue' },
  { pickMany: [] },
  { pick: 'Without one' },
  { pick: 'Create role plain' },
];

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

describe('trust templates', () => {
  const trusted = async (...replies: readonly Reply[]) => {
    const fake = await fakeAws();
    const provider = 'arn:aws:iam::123456789012';
    fake.state.identityProviders.push(
      `${provider}:oidc-provider/token.actions.githubusercontent.com`,
      `${provider}:saml-provider/ExampleCorp`,
    );
    const person = await run({
      url: fake.url,
      open: {},
      replies: [
        ...replies,
        { type: 'made' },
        { pick: 'Continue' },
        { pickMany: [] },
        { pick: 'Create role made' },
        { press: 'Create' },
      ],
    });
    const [role] = fake.state.roles;
    return { statement: JSON.parse(role?.trustPolicy ?? '{}').Statement?.[0], person };
  };

  it('a service, with the account as condition where AWS shows it', async () => {
    const { statement } = await trusted({ pick: 'AWS service' }, { pick: 'scheduler.amazonaws.com' });
    expect(statement).toEqual({
      Effect: 'Allow',
      Principal: { Service: 'scheduler.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
    });
  });

  it('another account, with External ID and MFA', async () => {
    const { statement, person } = await trusted(
      { pick: 'Another AWS account' },
      { type: '1234' },
      { type: '111122223333' },
      { type: 'example-7' },
      { pick: 'Only with MFA' },
    );
    expect(person.inputs[0]?.complaint).toBe('An AWS account id has 12 digits.');
    expect(statement).toEqual({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'sts:ExternalId': 'example-7' },
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      },
    });
  });

  it('this account', async () => {
    const { statement } = await trusted({ pick: 'This AWS account' }, { pick: 'Without MFA' });
    expect(statement.Principal).toEqual({ AWS: 'arn:aws:iam::123456789012:root' });
  });

  it('an OpenID Connect provider, with whom it means', async () => {
    const { statement } = await trusted(
      { pick: 'OpenID Connect provider' },
      { pick: 'GitHub Actions token' },
      { type: 'sts.amazonaws.com' },
      { type: '*' },
      { type: 'repo:octo-org/octo-repo:ref:refs/heads/main' },
    );
    expect(statement).toEqual({
      Effect: 'Allow',
      Principal: {
        Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
      },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': 'repo:octo-org/octo-repo:ref:refs/heads/main',
        },
      },
    });
  });

  it('a SAML provider', async () => {
    const { statement } = await trusted({ pick: 'SAML provider' }, { type: 'ExampleCorp' });
    expect(statement).toMatchObject({
      Principal: { Federated: 'arn:aws:iam::123456789012:saml-provider/ExampleCorp' },
      Action: 'sts:AssumeRoleWithSAML',
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
    });
  });

  it('an existing role', async () => {
    const fake = await fakeAws();
    await run({ url: fake.url, argument: onLens, replies: [...plainly, { press: 'Create' }] });
    await run({
      url: fake.url,
      open: {},
      replies: [
        { pick: 'An existing role' },
        { pick: 'plain' },
        { type: 'copy' },
        ...plainly.slice(1, -1),
        { pick: 'Create role copy' },
        { press: 'Create' },
      ],
    });
    expect(fake.state.roles.map(({ trustPolicy }) => JSON.parse(trustPolicy))).toEqual([trust, trust]);
  });
});

describe('a failure', () => {
  const withPolicy: readonly Reply[] = [
    { type: 'plain' },
    { pick: 'Continue' },
    { pickMany: ['read-orders.json as inline'] },
    { type: 'read-orders' },
    { pick: 'Without one' },
    { pick: 'Create role plain' },
    { press: 'Create' },
  ];
  const denied = { denied: {} } as const;

  it('in the middle is rolled back, with the missing permission at hand', async () => {
    const fake = await fakeAws();
    fake.fail('PutRolePolicy', denied);
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...withPolicy, { press: 'Roll Back' }, { press: 'Copy Statement' }],
    });
    expect(fake.state.roles).toEqual([]);
    expect(last(person.log)).toMatch(/^fail: Undo: Create role plain: done, nothing of this run is left\./);
    expect(JSON.parse(person.copied[0] ?? '')).toMatchObject({
      Effect: 'Allow',
      Action: 'iam:PutRolePolicy',
    });
  });

  it('in the middle can be kept, and what is kept is told', async () => {
    const fake = await fakeAws();
    fake.fail('PutRolePolicy', denied);
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...withPolicy, { press: 'Keep' }, { press: 'Open as Policy' }],
    });
    expect(fake.state.roles.map(({ name }) => name)).toEqual(['plain']);
    expect(last(person.log)).toMatch(/Kept: Create role plain\./);
    expect(JSON.parse(person.edited[0] ?? '').Statement).toMatchObject([{ Action: 'iam:PutRolePolicy' }]);
  });

  it('in the middle can be gone on with by hand', async () => {
    const fake = await fakeAws();
    fake.fail('PutRolePolicy', denied);
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...withPolicy, { press: 'Copy Remaining Commands' }],
    });
    expect(person.copied).toHaveLength(1);
    expect(last(person.log)).toContain('The commands for the rest are on the clipboard.');
  });

  it('to roll back names what is left', async () => {
    const fake = await fakeAws();
    fake.fail('PutRolePolicy', denied);
    fake.fail('DeleteRole', denied);
    const person = await run({
      url: fake.url,
      argument: onLens,
      replies: [...withPolicy, { press: 'Roll Back' }, { press: 'Copy Remaining Commands' }],
    });
    expect(last(person.log)).toContain('not all could be undone. Still there: “Create role plain”');
    expect(person.copied).toHaveLength(1);
  });

  it('at the first step leaves nothing to roll back', async () => {
    const fake = await fakeAws();
    fake.fail('CreateRole', denied);
    const person = await run({ url: fake.url, argument: onLens, replies: [...plainly, { press: 'Create' }] });
    expect(last(person.log)).toMatch(/^fail: Create role plain: .* Nothing was changed\./);
  });

  it('of the network is told in words', async () => {
    const person = await run({ url: 'http://127.0.0.1:9', argument: onLens, replies: [] });
    expect(last(person.log)).toMatch(/^fail: .*127\.0\.0\.1:9/);
  }, 60_000);

  it('is none where no profile was chosen', async () => {
    const policies = await servedPolicies(documents);
    ends.push(policies.dispose);
    const person = scriptedUi();
    await createRole(roleCommandParts(person, policies, undefined));
    expect(person.log).toEqual([]);
  });

  it('after a cancellation is asked about as well', async () => {
    const fake = await fakeAws();
    const person = await run({
      url: fake.url,
      argument: onLens,
      before: ({ cancelWhen }) => cancelWhen(/^2\/3/),
      replies: [
        ...withPolicy.slice(0, 2),
        { pickMany: ['read-orders.json as inline', 'AmazonS3ReadOnlyAccess'] },
        ...withPolicy.slice(3),
        { press: 'Roll Back' },
      ],
    });
    expect(person.log.find((line) => line.startsWith('confirm: Create role plain: cancelled.'))).toContain(
      'Done so far:',
    );
    expect(fake.state.roles).toEqual([]);
  });
});
