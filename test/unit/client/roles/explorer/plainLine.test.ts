import { expect, test } from 'vitest';
import { plainLine } from '../../../../../client/src/roles/explorer/plainLine.ts';

test.each([
  ['plain', 'plain'],
  ['  two\n lines\t', 'two lines'],
  ['a\u202eb\u0000c\u200bd', 'a\\u202eb\\u0000c\\u200bd'],
  ['half \ud800', 'half \\ufffd'],
  ['<b>*x*</b> $(trash) [a](command:b)', '<b>*x*</b> $(trash) [a](command:b)'],
])('%j is shown as %j', (text, shown) => {
  expect(plainLine(text)).toBe(shown);
});

test('is cut between characters, not within one', () => {
  expect(plainLine('😀'.repeat(1000), 5)).toBe('😀😀😀😀…');
  expect(plainLine('12345', 5)).toBe('12345');
});
