import { describe, expect, test } from 'vitest';
import { csvText } from '../../../../../client/src/roles/review/csv.ts';

describe('CSV', () => {
  test('quotes what has to be, and ends each row', () => {
    expect(
      csvText([
        ['a', 'b, c', 'say "hi"'],
        ['', 'd', ''],
      ]),
    ).toBe('a,"b, c","say ""hi"""\r\n,d,\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u202e=1', '\r\n=1'])(
    'makes a formula text: %j',
    (cell) => {
      expect(csvText([[cell]])).toMatch(/^"'[=+\-@]/);
    },
  );

  test('keeps a cell on its line', () => {
    expect(csvText([['one\r\ntwo\u2028three']])).toBe('one two three\r\n');
  });
});
