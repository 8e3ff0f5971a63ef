import { expect, test } from 'vitest';
import { restartLimit } from '../../../client/src/restartLimit.ts';

test('allows as many restarts as it is told within the period', () => {
  const mayRestart = restartLimit(2, 1000);
  expect([mayRestart(0), mayRestart(10), mayRestart(20)]).toEqual([true, true, false]);
});

test('forgets what happened longer than the period ago', () => {
  const mayRestart = restartLimit(1, 1000);
  expect([mayRestart(0), mayRestart(1000), mayRestart(1999)]).toEqual([true, true, false]);
});
