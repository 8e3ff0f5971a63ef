import { expect, test } from 'vitest';
import { lensesOf } from '../../../../client/src/views/lensesOf.ts';

const at = (line: number) => ({
  start: { line, character: 2 },
  end: { line: line + 3, character: 0 },
});

test('trust policies have a lens that begins on them', () => {
  const policies = [
    { type: 'identity', source: 'content', range: at(1) },
    { type: 'trust', source: 'content', range: at(7) },
  ] as const;
  expect(lensesOf(policies, 'file:///a.json')).toEqual([
    {
      line: 7,
      title: '$(add) Create Role…',
      command: 'iamRoles.createRole',
      argument: { uri: 'file:///a.json', line: 7 },
    },
  ]);
});
