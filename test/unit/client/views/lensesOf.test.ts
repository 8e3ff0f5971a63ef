import { expect, test } from 'vitest';
import { lensesOf } from '../../../../client/src/views/lensesOf.ts';

const at = (line: number) => ({
  start: { line, character: 2 },
  end: { line: line + 3, character: 0 },
});

test('the lenses of a policy begin on it, by its type', () => {
  const policies = [
    { type: 'identity', source: 'content', range: at(1) },
    { type: 'trust', source: 'content', range: at(7) },
  ] as const;
  const argument = (line: number) => ({ uri: 'file:///a.json', line });
  expect(lensesOf(policies, 'file:///a.json')).toEqual([
    {
      line: 1,
      title: '$(add) Create Managed Policy…',
      command: 'iamRoles.createManagedPolicy',
      argument: argument(1),
    },
    { line: 1, title: 'Put as Inline Policy…', command: 'iamRoles.putInlinePolicy', argument: argument(1) },
    { line: 7, title: '$(add) Create Role…', command: 'iamRoles.createRole', argument: argument(7) },
    {
      line: 7,
      title: 'Update Trust Policy of Role…',
      command: 'iamRoles.updateTrustPolicy',
      argument: argument(7),
    },
  ]);
});
