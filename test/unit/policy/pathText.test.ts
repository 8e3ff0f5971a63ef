import { expect, test } from 'vitest';
import { pathText } from '../../../server/src/policy/pathText.ts';

test.each([
  [[], ''],
  [['Version'], 'Version'],
  [
    ['Statement', 0, 'Condition', 'Bool', 'aws:SecureTransport'],
    'Statement[0].Condition.Bool.aws:SecureTransport',
  ],
])('%j is %s', (path, text) => {
  expect(pathText(path)).toBe(text);
});
