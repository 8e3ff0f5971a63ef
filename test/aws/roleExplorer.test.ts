import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedPolicies, servedPolicies } from '../servedPolicies.ts';
import { connectionTo } from './connection.ts';
import { trusting } from './fake/seeds.ts';
import { motoOfThisFile } from './moto.ts';
import { must } from './must.ts';
import { explorerBench, labelsOf, textsOf } from './roleExplorer.ts';

const moto = motoOfThisFile();
let policies: ServedPolicies;

const paths = ['/', '/teams/orders/', '/teams/payments/'] as const;
const trusts = [
  trusting({ Service: 'ec2.amazonaws.com' }),
  trusting({ AWS: 'arn:aws:iam::123456789012:root' }),
  trusting(
    { Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' },
    { Action: 'sts:AssumeRoleWithWebIdentity' },
  ),
] as const;

/** 299 roles, of which each third has another path, and each another kind of trust in turn, and a service-linked one. */
beforeAll(async () => {
  policies = await servedPolicies({});
  const api = connectionTo(moto.url).api();
  for (let index = 0; index < 299; index++)
    await api.createRole({
      name: `role-${String(index).padStart(3, '0')}`,
      path: must(paths[index % 3]),
      trustPolicy: must(trusts[Math.floor(index / 3) % 3]),
      description: '',
      maxSessionDuration: 3600,
      permissionsBoundary: undefined,
      tags: index === 7 ? { team: 'orders' } : {},
    });
  await api.createServiceLinkedRole('autoscaling.amazonaws.com', '', undefined);
  await api.putRolePolicy(
    'role-007',
    'read-orders',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObjects","Resource":"*"}}',
  );
  await api.attachRolePolicy('role-007', 'arn:aws:iam::aws:policy/SecurityAudit');
  await api.createInstanceProfile('orders', '/', {});
  await api.addRoleToInstanceProfile('orders', 'role-007');
}, 120_000);
afterAll(() => policies.dispose());

const bench = () => explorerBench(async () => connectionTo(moto.url), policies);

/** When the last page is there. */
async function wholeBench() {
  const opened = bench();
  await opened.rowsAt();
  await opened.until(() => {
    const { listing } = opened.explorer;
    return listing?.kind === 'listed' && listing.rest === 'none';
  });
  return opened;
}

describe('300 roles', () => {
  test('come a page at a time, the first at once', async () => {
    const { explorer, rowsAt, until, changes } = bench();
    expect(explorer.listing).toBe(undefined);
    const first = await rowsAt();
    expect(textsOf(first).at(-1)).toBe('Reading more roles…: 100 so far');
    await until(() => explorer.listing?.kind === 'listed' && explorer.listing.rest === 'none');
    expect(changes).toEqual(['all', 'all']);
    expect(labelsOf(await rowsAt())).not.toContain('Reading more roles…');
  });

  test('stand together by path, service-linked ones apart', async () => {
    const { rowsAt } = await wholeBench();
    expect(textsOf(await rowsAt())).toEqual([
      '/: 100',
      '/teams/orders/: 100',
      '/teams/payments/: 99',
      'Service-Linked Roles: 1',
    ]);
    const payments = await rowsAt('/teams/payments/');
    expect(textsOf(payments.slice(0, 4))).toEqual([
      'role-002: ec2.amazonaws.com',
      'role-005: this account',
      'role-008: token.actions.githubusercontent.com',
      'role-011: ec2.amazonaws.com',
    ]);
  });

  test('stand together by who may assume them', async () => {
    const { explorer, rowsAt, changes } = await wholeBench();
    await explorer.arrange({ grouping: 'trustees' });
    expect(changes.at(-1)).toBe('all');
    expect(textsOf(await rowsAt())).toEqual([
      'AWS Services: 101',
      'AWS Accounts: 99',
      'Federated Identities: 99',
      'Service-Linked Roles: 1',
    ]);
    expect(textsOf(await rowsAt('AWS Services')).slice(0, 2)).toEqual([
      'role-000',
      'role-001: /teams/orders/',
    ]);
  });

  test('are filtered by name and service without another call, and by tags, use and findings with details', async () => {
    const { explorer, rowsAt } = await wholeBench();
    const shown = async () => (await Promise.all((await rowsAt()).map(explorer.children))).flat();
    await explorer.arrange({ filter: { name: 'ROLE-00', service: 'ec2' } });
    expect(labelsOf(await shown())).toEqual(['role-000', 'role-009', 'role-001', 'role-002']);
    await explorer.arrange({ filter: { tag: 'team' } });
    expect(labelsOf(await shown())).toEqual(['role-007']);
    await explorer.arrange({ filter: { tag: 'team=payments' } });
    expect(textsOf(await rowsAt())).toEqual(['None of 300 roles meets the filter: tag team=payments']);
    await explorer.arrange({ filter: { unusedDays: 1 } });
    expect(labelsOf(await shown())).toEqual([]);
    await explorer.arrange({ filter: { withFindings: true, name: '007' } });
    const [found] = await shown();
    expect(found).toMatchObject({ label: 'role-007', findings: { ERROR: 1 } });
  });
});

describe('a role', () => {
  test('has its parts below it, and its findings when they are judged', async () => {
    const { explorer, rowsAt, rowAt, until, changes } = await wholeBench();
    const role = await rowAt('/teams/orders/', 'role-007');
    expect(role.findings).toBe(undefined);
    const rows = await explorer.children(role);
    expect(textsOf(rows)).toEqual([
      'Trust Policy: token.actions.githubusercontent.com',
      'Attached Policies: 1',
      'Inline Policies: 1',
      'Tags: 1',
      'Last Used: not in the last 400 days',
      'Instance Profiles: 1',
    ]);
    await until(() => changes.includes(role.id));
    expect(explorer.current(role).findings?.ERROR).toBeGreaterThan(0);
    expect(explorer.current(role).spoken).toMatch(/^Role role-007, path \/teams\/orders\/, .*1 error/);
    const path = ['/teams/orders/', 'role-007'];
    expect(textsOf(await rowsAt(...path, 'Attached Policies'))).toEqual(['SecurityAudit: AWS managed']);
    expect(textsOf(await rowsAt(...path, 'Inline Policies'))).toEqual(['read-orders: 1 error']);
    expect(textsOf(await rowsAt(...path, 'Tags'))).toEqual(['team: orders']);
    expect(textsOf(await rowsAt(...path, 'Instance Profiles'))).toEqual(['orders']);
  });

  test('is refreshed alone', async () => {
    const { explorer, rowsAt, rowAt, changes } = await wholeBench();
    await rowsAt('/', 'role-000');
    await connectionTo(moto.url).api().tagRole('role-000', { owner: 'ops' });
    const before = changes.filter((change) => change === 'all').length;
    await explorer.refresh(['role-000']);
    const { id } = await rowAt('/', 'role-000');
    expect(changes).toContain(id);
    expect(changes.filter((change) => change === 'all').length).toBe(before);
    expect(textsOf(await rowsAt('/', 'role-000', 'Tags'))).toEqual(['owner: ops']);
  });
});
