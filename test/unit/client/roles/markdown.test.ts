import { expect, test } from 'vitest';
import { block, code, table, text } from '../../../../client/src/roles/markdown.ts';

test.each([
  ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
  ['[click](command:x)', '\\[click\\](command:x)'],
  ['# head\nline', '\\# head line'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['a|b', 'a\\|b'],
  ['left\u202eright\u0007', 'left\u{fffd}right\u{fffd}'],
])('the text %j is %j', (plain, shown) => {
  expect(text(plain)).toBe(shown);
});

test.each([
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['', ''],
  ['a\nb|c', '`a b\\|c`'],
])('the code %j is %j', (plain, shown) => {
  expect(code(plain)).toBe(shown);
});

test('a block holds any fence', () => {
  expect(block('```\nx\n', 'json')).toBe('````json\n```\nx\n````');
});

test('a table has a row for each list of cells', () => {
  expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});
