import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AccessDescription,
  describeAccessRequest,
  type ServiceAccess,
} from '../../server/src/protocol.ts';
import { testCatalog } from '../catalog.ts';
import { type Joined, join } from './joined.ts';

let joined: Joined;
beforeEach(async () => {
  joined = join();
  await joined.initialize();
});
afterEach(() => joined.dispose());

type Statement = Readonly<Record<string, unknown>>;

const policy = (...statements: readonly Statement[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (action: unknown, resource: unknown = '*', more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
const deny = (action: unknown, resource: unknown = '*', more: Statement = {}): Statement => ({
  ...allow(action, resource, more),
  Effect: 'Deny',
});

function access(policies: readonly string[], boundary: string | null = null): Promise<AccessDescription> {
  return joined.client.sendRequest(describeAccessRequest, { policies, boundary });
}

/** `Read 2/40 (1)`: granted, all, and what the boundary keeps where that is less. */
function levels({ levels: all }: ServiceAccess): readonly string[] {
  return all.map(
    ({ level, granted, kept, all: most }) =>
      `${level} ${granted}/${most === granted ? granted : 'more'}${kept === granted ? '' : ` (${kept})`}`,
  );
}

const bucket = 'arn:aws:s3:::amzn-s3-demo-bucket';
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

describe('what policies allow', () => {
  test('is told by service and access level, with resources and conditions', async () => {
    const { services, everything, partialDenials } = await access([
      policy(allow(['s3:GetObject', 's3:PutObject'], `${bucket}/*`)),
      policy(allow(['s3:ListBucket', 'sqs:*'], [bucket, 'arn:aws:sqs:eu-west-1:111122223333:orders'], mfa)),
    ]);
    expect(everything).toBe(false);
    expect(partialDenials).toEqual([]);
    const [s3, sqs, ...others] = services;
    expect(others).toEqual([]);
    expect(s3).toMatchObject({
      prefix: 's3',
      name: 'Amazon S3',
      policies: [0, 1],
      resources: { every: false, names: [`${bucket}/*`, bucket], except: [], more: 0 },
      conditions: ['when aws:MultiFactorAuthPresent is true'],
      unconditional: true,
    });
    expect(s3 && levels(s3)).toEqual(['List 1/more', 'Read 1/more', 'Write 1/more']);
    expect(sqs).toMatchObject({
      policies: [1],
      resources: { names: ['arn:aws:sqs:eu-west-1:111122223333:orders'] },
      unconditional: false,
    });
    for (const { granted, all } of sqs?.levels ?? []) expect(granted).toBe(all);
  });

  test('is everything, for all that there is', async () => {
    const { services, everything } = await access([policy(allow('*'))]);
    expect(everything).toBe(true);
    expect(services.length).toBe(testCatalog().services.filter(({ actionCount }) => actionCount > 0).length);
    expect(services.every(({ resources }) => resources.every)).toBe(true);
  });

  test('is less what is denied everywhere and always; other denials are told', async () => {
    const { services, partialDenials } = await access([
      policy(allow('sqs:*'), deny('sqs:DeleteQueue'), deny('sqs:PurgeQueue', '*', mfa)),
      policy(deny(['sqs:SendMessage'], 'arn:aws:sqs:*:*:orders')),
    ]);
    const write = services[0]?.levels.find(({ level }) => level === 'Write');
    expect(write?.granted).toBe((write?.all ?? 0) - 1);
    expect(partialDenials).toEqual([
      'Denies sqs:PurgeQueue on every resource when aws:MultiFactorAuthPresent is true.',
      'Denies sqs:SendMessage on arn:aws:sqs:*:*:orders.',
    ]);
  });

  test('is all but what NotAction and NotResource name', async () => {
    const not = {
      Effect: 'Allow',
      NotAction: ['iam:*', 'organizations:*'],
      NotResource: `${bucket}/private/*`,
    };
    const { services, everything } = await access([policy(not)]);
    expect(everything).toBe(false);
    const prefixes = services.map(({ prefix }) => prefix);
    expect(prefixes).toContain('s3');
    expect(prefixes).not.toContain('iam');
    const s3 = services.find(({ prefix }) => prefix === 's3');
    expect(s3?.resources).toMatchObject({ every: true, names: [], except: [`${bucket}/private/*`] });
  });

  test('names actions that the data does not know, and roles that may be assumed', async () => {
    const { services, unknownActions, assumableRoles } = await access([
      policy(allow(['nimbus:Fly', 's3:GetNothing', 'sts:AssumeRole'], 'arn:aws:iam::444455556666:role/x*')),
      policy(allow('sts:*', '*')),
    ]);
    expect(unknownActions).toEqual(['nimbus:Fly', 's3:GetNothing']);
    expect(services.map(({ prefix }) => prefix)).toEqual(['sts']);
    expect(assumableRoles).toEqual([
      { resource: 'arn:aws:iam::444455556666:role/x*', policies: [0] },
      { resource: '*', policies: [1] },
    ]);
  });

  test('names 50 resources of a service at most, and says how many more there are', async () => {
    const many = Array.from({ length: 53 }, (_, index) => `${bucket}-${index}`);
    const { services } = await access([policy(allow('s3:ListBucket', many))]);
    expect(services[0]?.resources).toMatchObject({ every: false, more: 3 });
    expect(services[0]?.resources.names).toHaveLength(50);
  });
});

describe('a permissions boundary', () => {
  test('leaves what it allows itself', async () => {
    const boundary = policy(allow(['s3:Get*', 'sqs:*']), deny('sqs:DeleteQueue'));
    const { services } = await access(
      [policy(allow(['s3:GetObject', 's3:PutObject', 'sqs:DeleteQueue']))],
      boundary,
    );
    expect(services.map((one) => `${one.prefix}: ${levels(one)}`)).toEqual([
      's3: Read 1/more,Write 1/more (0)',
      'sqs: Write 1/more (0)',
    ]);
  });

  test('that is no policy is refused rather than passed over', async () => {
    await expect(access([policy(allow('s3:GetObject'))], 'nothing')).rejects.toThrow('is no policy');
  });
});

test('what is no policy allows nothing, and the others keep their positions', async () => {
  const { services } = await access(['', '[]', policy(allow('sqs:SendMessage'))]);
  expect(services.map(({ policies }) => policies)).toEqual([[2]]);
  expect(await access([])).toEqual({
    everything: false,
    services: [],
    unknownActions: [],
    partialDenials: [],
    assumableRoles: [],
  });
});
