import { describe, expect, test } from 'vitest';
import { allChecks } from '../../../server/src/checks/allChecks.ts';
import type { Example } from '../../../server/src/checks/check.ts';
import { checkFile } from '../../../server/src/checks/checkPolicy.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { testCatalog } from '../../catalog.ts';
import { readMarks } from '../../markedText.ts';

function found(example: Example): { code: string; marked: string }[] {
  const { text } = readMarks(example.text);
  const chosen =
    example.owner === undefined ? { type: example.type } : { type: example.type, owner: example.owner };
  const file = readDocument(text, { chosen });
  return checkFile(file, testCatalog(), {
    trustedAccounts: ['111122223333'],
    organizationIds: ['o-exampleorg1'],
  }).map(({ code, start, end }) => ({
    code,
    marked: `${start}: ${text.slice(start, end)}`,
  }));
}

function expected(code: string, example: Example): { code: string; marked: string }[] {
  const { text, spans } = readMarks(example.text);
  return spans.map(({ start, end }) => ({ code, marked: `${start}: ${text.slice(start, end)}` }));
}

describe.each(allChecks.map((check) => ({ code: check.code, check })))('$code', ({ code, check }) => {
  test.each(check.bad.map((example, index) => ({ index, example })))(
    'bad example $index gives this finding alone',
    ({ example }) => {
      expect(expected(code, example).length).toBeGreaterThan(0);
      expect(found(example)).toEqual(expected(code, example));
    },
  );

  test.each(check.good.map((example, index) => ({ index, example })))(
    'good example $index gives no finding',
    ({ example }) => {
      expect(found(example)).toEqual([]);
    },
  );

  test('has a bad and a good example', () => {
    expect(check.bad.length).toBeGreaterThan(0);
    expect(check.good.length).toBeGreaterThan(0);
  });
});
