import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cancelled, ownError } from '../../client/src/roles/awsError.ts';
import { type ServedPolicies, servedPolicies } from '../servedPolicies.ts';
import { connectionTo } from './connection.ts';
import { newRole, trusting } from './fake/seeds.ts';
import { fakeOfEachTest } from './fakeClients.ts';
import { explorerBench, labelsOf, textsOf } from './roleExplorer.ts';

const fake = fakeOfEachTest();
let policies: ServedPolicies;
beforeAll(async () => {
  policies = await servedPolicies({});
});
afterAll(() => policies.dispose());

const alice = () => {
  const [{ accessKeyId = '', secretAccessKey = '' } = {}] = fake().state.callers;
  return { accessKeyId, secretAccessKey, sessionToken: undefined, expiration: undefined };
};
const connection = () => connectionTo(fake().url, { credentials: async () => alice() });
const bench = () => explorerBench(async () => connection(), policies);

function seed(count: number): void {
  for (let index = 0; index < count; index++)
    fake().state.roles.push(newRole({ name: `role-${String(index).padStart(4, '0')}` }));
}

describe('nothing to show', () => {
  test('without a profile there are no rows, and the view says why', async () => {
    const { explorer, rowsAt } = explorerBench(async () => undefined, policies);
    expect(await rowsAt()).toEqual([]);
    expect(explorer.listing).toEqual({ kind: 'unavailable', why: 'noProfile' });
  });

  test.each(['signInExpired', 'ExpiredToken'])('signed out (%s) there are none either', async (code) => {
    const { explorer, rowsAt } = explorerBench(async () => {
      throw ownError(code, 'Sign in again.');
    }, policies);
    expect(await rowsAt()).toEqual([]);
    expect(explorer.listing).toEqual({ kind: 'unavailable', why: 'signedOut' });
  });

  test('a question for a code that was dismissed is no error, and asked again with a refresh', async () => {
    let attempts = 0;
    const { explorer, rowsAt } = explorerBench(async () => {
      attempts += 1;
      throw new Cancelled('Cancelled.');
    }, policies);
    expect(textsOf(await rowsAt())).toEqual(['Reading roles was cancelled: refresh to begin again']);
    await rowsAt();
    expect(attempts).toBe(1);
    await explorer.refresh();
    await rowsAt();
    expect(attempts).toBe(2);
  });

  test('an account without roles says so', async () => {
    expect(labelsOf(await bench().rowsAt())).toEqual(['The account has no roles']);
  });
});

describe('what AWS refuses', () => {
  test('listing roles: the statement that is missing', async () => {
    fake().fail('ListRoles', { denied: { by: 'identity-based' } });
    const [row] = await bench().rowsAt();
    expect(row).toMatchObject({
      label: 'iam:ListRoles is not allowed',
      opens: { kind: 'statement', statement: { Effect: 'Allow', Action: 'iam:ListRoles' } },
      flags: ['missingStatement'],
    });
    expect(row?.spoken).toMatch(/^The roles cannot be read: iam:ListRoles is not allowed\./);
  });

  test('by an explicit deny: why no statement would help', async () => {
    fake().fail('ListRoles', { denied: { by: 'service control', explicit: true } });
    const [row] = await bench().rowsAt();
    expect(row?.opens).toBe(undefined);
    expect(row?.description).toMatch(/^A service control policy has a Deny statement/);
  });

  test.each([
    ['GetRole', 'iam:GetRole is not allowed', 5],
    ['ListAttachedRolePolicies', 'iam:ListAttachedRolePolicies is not allowed', 6],
    ['ListRolePolicies', 'iam:ListRolePolicies is not allowed', 6],
    ['ListInstanceProfilesForRole', 'iam:ListInstanceProfilesForRole is not allowed', 6],
  ])('%s: in its place below the role, and the other parts are there', async (operation, label, rows) => {
    seed(1);
    fake().fail(operation, { denied: { by: 'identity-based' } });
    const shown = await bench().rowsAt('/', 'role-0000');
    const failed = shown.find((row) => row.label === label);
    expect(failed?.opens).toMatchObject({ statement: { Action: `iam:${operation}` } });
    expect(shown.length).toBe(rows);
  });

  test('GetRolePolicy: the policy is there, and says that it cannot be read', async () => {
    seed(1);
    const [role] = fake().state.roles;
    if (role !== undefined) role.inlinePolicies = { orders: '{}' };
    fake().fail('GetRolePolicy', { denied: { by: 'identity-based' } });
    const { rowsAt, until, changes } = bench();
    await rowsAt('/', 'role-0000');
    await until(() => changes.length > 0);
    expect(textsOf(await rowsAt('/', 'role-0000', 'Inline Policies'))).toEqual(['orders: cannot be read']);
  });

  test('details for a filter', async () => {
    seed(1);
    fake().fail('GetAccountAuthorizationDetails', { denied: { by: 'identity-based' } });
    const { explorer, rowsAt } = bench();
    await explorer.arrange({ filter: { tag: 'team' } });
    expect(labelsOf(await rowsAt())).toEqual(['iam:GetAccountAuthorizationDetails is not allowed']);
    await explorer.arrange({ filter: {} });
    expect(labelsOf(await rowsAt())).toEqual(['/']);
  });
});

test('a filter by findings says so where nobody can judge', async () => {
  seed(1);
  const check = async () => {
    throw new Error('The IAM language server is off.');
  };
  const { explorer, rowsAt } = explorerBench(async () => connection(), { check });
  await explorer.arrange({ filter: { tag: 'none' } });
  await rowsAt();
  await explorer.arrange({ filter: { withFindings: true } });
  expect(textsOf(await rowsAt())).toEqual(['The roles cannot be read: The IAM language server is off.']);
});

describe('many roles', () => {
  test('throttling is outwaited', async () => {
    seed(150);
    fake().fail('ListRoles', 'throttling', 2);
    const { explorer, rowsAt, until } = bench();
    await rowsAt();
    await until(() => explorer.listing?.kind === 'listed' && explorer.listing.rest === 'none');
    expect(textsOf(await rowsAt())).toEqual(['/: 150']);
  });

  test('a page that fails keeps those before it, and is read when asked again', async () => {
    seed(150);
    const { explorer, rowsAt, until } = bench();
    const isRead = () => explorer.listing?.kind === 'listed' && explorer.listing.rest !== 'reading';
    await rowsAt();
    explorer.pause();
    fake().fail('ListRoles', { code: 'ServiceFailure', message: 'Not now.', status: 400 }, 1);
    explorer.readOn();
    await until(isRead);
    const [group, failed] = await rowsAt();
    expect(group?.description).toBe('100');
    expect(failed).toMatchObject({ label: 'The further roles cannot be read', opens: { kind: 'more' } });
    explorer.readOn();
    await until(isRead);
    expect(textsOf(await rowsAt())).toEqual(['/: 150']);
  });

  test('after a thousand, more are read when asked for', async () => {
    seed(1100);
    const { explorer, rowsAt, until } = bench();
    await rowsAt();
    const isRead = () => explorer.listing?.kind === 'listed' && explorer.listing.rest !== 'reading';
    await until(isRead);
    expect(textsOf(await rowsAt())).toEqual(['/: 1000', 'More roles: 1000 so far; press Enter to read on']);
    explorer.readOn();
    await until(isRead);
    expect(textsOf(await rowsAt())).toEqual(['/: 1100']);
  });

  test('reading is paused, and gone on with', async () => {
    seed(250);
    const { explorer, rowsAt, until } = bench();
    await rowsAt();
    explorer.pause();
    expect(textsOf(await rowsAt())).toEqual(['/: 100', 'More roles: 100 so far; press Enter to read on']);
    explorer.readOn();
    await until(() => explorer.listing?.kind === 'listed' && explorer.listing.rest === 'none');
    expect(textsOf(await rowsAt())).toEqual(['/: 250']);
  });
});

test('a role that is gone meanwhile leaves the list when it is refreshed', async () => {
  seed(2);
  const { explorer, rowsAt } = bench();
  await rowsAt();
  fake().state.roles.splice(0, 1);
  expect(labelsOf(await rowsAt('/', 'role-0000'))).toEqual(['AWS has this role no more']);
  await explorer.refresh(['role-0000']);
  expect(labelsOf(await rowsAt('/'))).toEqual(['role-0001']);
});

test('hostile texts are plain, cut, and show what would be hidden', async () => {
  const hostile = `<b>**x**</b> $(trash)\u202egnp.exe\n${'a'.repeat(1000)}`;
  fake().state.roles.push(
    newRole({
      name: 'hostile',
      description: hostile,
      tags: { [hostile.slice(0, 20)]: hostile },
      trustPolicy: trusting({ Service: 'ec2.amazonaws.com' }),
    }),
  );
  const { rowsAt } = bench();
  const rows = [...(await rowsAt('/', 'hostile')), ...(await rowsAt('/', 'hostile', 'Tags'))];
  const description = rows.find(({ label }) => label === 'Description');
  expect(description?.description).toMatch(/^<b>\*\*x\*\*<\/b> \$\(trash\)\\u202egnp\.exe a+…$/);
  for (const { label, description: text, tooltip, spoken } of rows) {
    expect([...label, ...text].length).toBeLessThan(300);
    for (const part of [label, text, spoken]) expect(part).not.toMatch(/[\u202e\n]/);
    expect(tooltip).not.toContain('\u202e');
    expect(tooltip.length).toBeLessThan(2500);
  }
});
