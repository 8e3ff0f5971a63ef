import { describe, expect, test } from 'vitest';
import { reviewRoleUse } from '../../client/src/commands/review/reviewRoleUse.ts';
import { newCaller, newPolicy, newRole } from './fake/seeds.ts';
import { must } from './must.ts';
import { allowing, harmful, hostile, reviewBench } from './reviewBench.ts';

const bench = reviewBench({ delays: { lastAccessedReport: 2 } });
const account = '123456789012';
const orders = `arn:aws:iam::${account}:role/orders`;

function addRole(more: Partial<Parameters<typeof newRole>[0]> = {}) {
  const policy = newPolicy(
    { name: 'queues' },
    allowing(['sqs:SendMessage', 'sqs:DeleteQueue', 'sqs:*Policy']),
  );
  const role = newRole({
    name: 'orders',
    inlinePolicies: { storage: allowing(['s3:GetObject', 'dynamodb:*']) },
    attachedPolicies: [policy.arn, 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'],
    ...more,
  });
  bench.fake.state.policies.push(policy);
  bench.fake.state.roles.push(role);
  bench.fake.state.lastAccessed[role.arn] = [
    {
      name: 'Amazon S3',
      namespace: 's3',
      lastUsed: '2026-10-01T10:00:00Z',
      region: 'eu-west-1',
      entityArn: role.arn,
    },
    {
      name: 'Amazon SQS',
      namespace: 'sqs',
      lastUsed: '2026-11-01T10:00:00Z',
      region: 'eu-west-1',
      entityArn: role.arn,
      actions: [{ name: 'SendMessage', lastUsed: '2026-11-01T10:00:00Z' }, { name: 'DeleteQueue' }],
    },
    { name: 'Amazon DynamoDB', namespace: 'dynamodb' },
  ];
  return role;
}

describe('Review What a Role Uses', () => {
  test('shows what was used beside what is allowed, and proposes what is tighter as a diff', async () => {
    addRole();
    const { report, person, waits } = await bench.run(reviewRoleUse, 'orders', [
      { press: 'Show Tighter Policies…' },
      { pick: 'storage' },
      { press: 'Open Tighter Policy' },
    ]);
    expect(report).toContain('**2 of 3** services');
    expect(report).toMatch(/Amazon SQS \| `sqs` \| 2026-11-01 \| eu-west-1 \| \d+ \| 1 of 2/);
    expect(report).toMatch(/## Never used[\s\S]*Amazon DynamoDB \| `dynamodb` \| \d\d/);
    expect(report).toContain('used `SendMessage`; not used `DeleteQueue`');
    expect(report).toContain('Inline policy `storage`: without `dynamodb:*`');
    expect(report).toContain('Customer managed policy `queues`: without `sqs:DeleteQueue`');
    expect(report).toContain('AWS managed policy `AmazonS3ReadOnlyAccess`: nothing to take away');
    expect(waits).toEqual([500, 800]);
    expect(person.log).toContain('diff: storage: live and tighter');
    expect(JSON.parse(must(person.edited[0]))).toEqual(JSON.parse(allowing(['s3:GetObject'])));
  });

  test('reads reports of several pages', async () => {
    const role = addRole();
    bench.fake.state.lastAccessed[role.arn] = Array.from({ length: 250 }, (_, index) => ({
      name: `Service ${index}`,
      namespace: `service${index}`,
    }));
    const { report } = await bench.run(reviewRoleUse, orders, []);
    expect(report).toContain('**0 of 250** services');
    expect(report).toContain('`service249`');
  });

  test('proposes nothing where everything was used', async () => {
    addRole({ inlinePolicies: { storage: allowing('s3:GetObject') }, attachedPolicies: [] });
    const { person, report } = await bench.run(reviewRoleUse, 'orders', []);
    expect(report).toContain('Inline policy `storage`: nothing to take away');
    expect(person.log.at(-1)).toBe('inform: orders used 2 of 3 services that it may use.');
  });

  test('says when a policy is not used at all', async () => {
    addRole({ inlinePolicies: { tables: allowing('dynamodb:*') }, attachedPolicies: [] });
    const { person } = await bench.run(reviewRoleUse, 'orders', [{ press: 'Show Tighter Policies…' }]);
    expect(person.log.at(-1)).toMatch(/^inform: Nothing that the inline policy tables allows was used/);
  });

  test.each([
    'ListAttachedRolePolicies',
    'ListRolePolicies',
    'GetRolePolicy',
    'GetPolicy',
    'GetPolicyVersion',
  ])('goes on without %s, and says what is missing for it', async (operation) => {
    addRole();
    bench.fake.fail(operation, { denied: {} });
    const { report } = await bench.run(reviewRoleUse, 'orders', []);
    expect(report).toContain(`## What could not be read`);
    expect(report).toMatch(new RegExp(`- iam:${operation}, refused`));
    expect(report).toContain('**2 of 3** services');
  });

  test.each(['GenerateServiceLastAccessedDetails', 'GetServiceLastAccessedDetails'])(
    'tells the permission %s that it cannot do without',
    async (operation) => {
      addRole();
      bench.fake.fail(operation, { denied: {} });
      const { person } = await bench.run(reviewRoleUse, 'orders', [{ press: 'Copy Statement' }]);
      expect(person.shown).toEqual([]);
      expect(person.copied[0]).toContain(`iam:${operation}`);
    },
  );

  test('ends when it is cancelled', async () => {
    addRole();
    const { person } = await bench.run(reviewRoleUse, 'orders', [], {
      prepare(_, one) {
        one.cancelWhen(/waiting for the report/);
        return undefined;
      },
    });
    expect(person.shown).toEqual([]);
    expect(person.log.filter((line) => line.startsWith('fail'))).toEqual([]);
  });

  test('outlasts throttling', async () => {
    addRole();
    bench.fake.fail('GetServiceLastAccessedDetails', 'throttling', 2);
    const { report } = await bench.run(reviewRoleUse, 'orders', []);
    expect(report).toContain('**2 of 3** services');
  });

  test('shows hostile names as text', async () => {
    const role = addRole();
    bench.fake.state.lastAccessed[role.arn] = [{ name: hostile, namespace: 's3' }];
    const { report } = await bench.run(reviewRoleUse, 'orders', []);
    expect(report).toContain('gnp.exe');
    expect(report).not.toMatch(harmful);
  });

  test('is for roles of the account alone', async () => {
    const caller = newCaller({ arn: `arn:aws:iam::${account}:user/Bob` });
    bench.fake.state.callers.push(caller);
    const { person } = await bench.run(reviewRoleUse, 'arn:aws:iam::111122223333:role/orders', [], {
      caller,
    });
    expect(person.log.at(-1)).toMatch(/^fail: Account 123456789012 has no role arn:aws:iam::111122223333/);
  });
});
