import { expect, test } from 'vitest';
import { changedRoles } from '../../../../../client/src/roles/explorer/changedRoles.ts';

test('roles that steps name are read anew, each once', () => {
  const steps = [
    { kind: 'detachRolePolicy', roleName: 'a', policyArn: 'arn' },
    { kind: 'deleteRolePolicy', roleName: 'a', policyName: 'p' },
    { kind: 'untagRole', roleName: 'b', tagKeys: [] },
    { kind: 'deletePolicy', policyArn: 'arn' },
  ] as const;
  expect(changedRoles({ steps })).toEqual(['a', 'b']);
});

test('a role that comes or goes changes the list', () => {
  const steps = [{ kind: 'deleteRole', roleName: 'a' }] as const;
  expect(changedRoles({ steps })).toBe('all');
});
