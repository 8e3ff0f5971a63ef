import { expect, test } from 'vitest';
import {
  filterText,
  meetsFilter,
  needsDetails,
  type RoleFilter,
} from '../../../../../client/src/roles/explorer/filterRoles.ts';
import { listedRole } from './listedRole.ts';

const used = (date: string) => ({ date: new Date(date), region: 'eu-west-1' });
const roles = [
  listedRole({ name: 'Deploy', tags: { team: 'orders', 'a=b': '' }, lastUsed: used('2024-12-30T00:00:00Z') }),
  listedRole({ name: 'old', lastUsed: used('2024-06-01T00:00:00Z') }, { Service: 'lambda.amazonaws.com' }),
  listedRole({ name: 'never', tags: { team: 'payments=eu' } }, { AWS: '123456789012' }),
  listedRole({ name: 'new', created: new Date('2024-12-31T00:00:00Z') }),
];
const facts = { now: new Date('2025-01-01T00:00:00Z'), hasFindings: (name: string) => name === 'old' };

const shown = (filter: RoleFilter) =>
  roles.filter((role) => meetsFilter(role, filter, facts)).map(({ role }) => role.name);

test.each<[RoleFilter, readonly string[]]>([
  [{}, ['Deploy', 'old', 'never', 'new']],
  [{ name: 'DEP' }, ['Deploy']],
  [{ service: 'Lambda' }, ['old']],
  [{ tag: 'team' }, ['Deploy', 'never']],
  [{ tag: 'team=orders' }, ['Deploy']],
  [{ tag: 'team=payments=eu' }, ['never']],
  [{ tag: 'toString' }, []],
  [{ unusedDays: 90 }, ['old', 'never']],
  [{ unusedDays: 2 }, ['Deploy', 'old', 'never']],
  [{ withFindings: true }, ['old']],
  [{ name: 'e', service: 'ec2', unusedDays: 2 }, ['Deploy']],
])('%j shows %j', (filter, names) => {
  expect(shown(filter)).toEqual(names);
});

test('only what ListRoles does not give needs details', () => {
  expect(needsDetails({ name: 'a', service: 'b' })).toBe(false);
  for (const filter of [{ tag: 'a' }, { unusedDays: 1 }, { withFindings: true } as const])
    expect(needsDetails(filter)).toBe(true);
});

test('is told in words', () => {
  expect(filterText({})).toBe('');
  expect(filterText({ name: 'a', service: 'ec2', tag: 'team=x', unusedDays: 90, withFindings: true })).toBe(
    'name has “a”, for service “ec2”, tag team=x, unused for 90 days, with findings',
  );
});
