import { describe, expect, test } from 'vitest';
import {
  checkFindings,
  notToldYet,
  validationFindings,
} from '../../../../../client/src/roles/review/analyzerResults.ts';

const range = (startLine: number, start: number, endLine: number, end: number) => ({
  start: { line: startLine, character: start },
  end: { line: endLine, character: end },
});

describe('what Access Analyzer finds', () => {
  test('is told once for each place, and once for the policy where it has none', () => {
    const finding = { code: 'A', severity: 'ERROR', message: 'm', url: 'u' } as const;
    const [key, index] = [[{ key: 'Effect' }], [{ value: 'Statement' }, { index: 1 }]];
    expect(validationFindings([{ ...finding, paths: [key, index] }]).map(({ path }) => path)).toEqual([
      key,
      index,
    ]);
    expect(validationFindings([{ ...finding, paths: [] }])).toEqual([{ ...finding, path: [] }]);
  });

  test('is told by statement where a check failed, and not where it passed', () => {
    const check = { passed: false, message: 'whole', reasons: [{ description: 'why', statement: 2 }] };
    expect(checkFindings('X', 'u', check)).toMatchObject([
      { message: 'why', path: [{ value: 'Statement' }, { index: 2 }, { key: 'Effect' }] },
    ]);
    expect(checkFindings('X', 'u', { ...check, reasons: [] })).toMatchObject([
      { message: 'whole', path: [] },
    ]);
    expect(checkFindings('X', 'u', { ...check, passed: true })).toEqual([]);
  });

  test('is not told where the same is told of the same place', () => {
    const told = [{ code: 'A', range: range(1, 4, 1, 9) }];
    const left = (code: string, place: ReturnType<typeof range>) =>
      notToldYet([{ code, range: place }], told).length;
    expect(left('A', range(1, 4, 1, 9))).toBe(0);
    expect(left('A', range(0, 0, 3, 1))).toBe(0);
    expect(left('A', range(1, 5, 1, 6))).toBe(0);
    expect(left('B', range(1, 4, 1, 9))).toBe(1);
    expect(left('A', range(2, 4, 2, 9))).toBe(1);
    expect(left('A', range(1, 2, 1, 6))).toBe(1);
  });
});
