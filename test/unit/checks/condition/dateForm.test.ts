import { describe, expect, test } from 'vitest';
import { dateForm, meantDate } from '../../../../server/src/checks/condition/dateForm.ts';

describe('the form of a date', () => {
  test.each([
    '2030',
    '2030-01',
    '2030-01-31',
    '2028-02-29',
    '2030-01-31T10:00Z',
    '2030-01-31T10:00:00Z',
    '2030-01-31t10:00:00.123+01:00',
    '2030-01-31T10:00:00',
    '20300131T100000Z',
  ])('%s is as ISO 8601 has it', (text) => {
    expect(dateForm(text)).toBe('ISO 8601');
  });

  test.each(['0', '1893456000', '1893456000.5', '-1'])('%s is a number of seconds', (text) => {
    expect(dateForm(text)).toBe('epoch');
  });

  test.each([
    '',
    '2030-13-01',
    '2030-02-29',
    '2030-1-1',
    '2030/01/31',
    '31.01.2030',
    '2030-01-31 10:00',
    'now',
  ])('%s is no date', (text) => {
    expect(dateForm(text)).toBe('none');
  });
});

describe('the date that is meant', () => {
  test.each([
    ['1893456000', '2030-01-01T00:00:00Z'],
    ['1893456000000', '2030-01-01T00:00:00Z'],
    ['1893456000.5', '2030-01-01T00:00:00.500Z'],
    ['2030/1/31', '2030-01-31'],
    ['2030.01.31', '2030-01-31'],
    [' 2030-01-31 ', '2030-01-31'],
    ['2030-01-31 10:00:00', '2030-01-31T10:00:00Z'],
    ['2030-1-31T10:00:00Z', '2030-01-31T10:00:00Z'],
  ])('%s means %s', (text, meant) => {
    expect(meantDate(text)).toBe(meant);
  });

  test.each(['2030-02-30', '01/02/2030', 'tomorrow', '1e99', '9'.repeat(400)])(
    '%s is left to its author',
    (text) => {
      expect(meantDate(text)).toBeUndefined();
    },
  );
});
