import { describe, expect, test } from 'vitest';
import { allChecks, checkGroups } from '../../../server/src/checks/allChecks.ts';
import { knownCodes } from '../../../server/src/checks/knownCodes.ts';
import { checkPage, checkPages } from '../../../server/src/pages/checkPage.ts';
import { pageBlocks } from '../../../server/src/pages/pageBlocks.ts';
import { plainTextOf } from '../../../server/src/pages/plainText.ts';
import { fixabilityOf, workExample } from '../../../server/src/pages/workedExample.ts';
import { testCatalog } from '../../catalog.ts';

const texts = new Map<string, string>();

function textOf(code: string): string {
  const known = texts.get(code) ?? pageText(code);
  texts.set(code, known);
  return known;
}

function pageText(code: string): string {
  const page = checkPage(code);
  if (page === undefined) throw new Error(`${code} has no page.`);
  return plainTextOf(pageBlocks(page, testCatalog()));
}

test('every code has a page, in order', () => {
  expect(checkPages().map(({ code }) => code)).toEqual(knownCodes);
  expect(checkPage('NO_SUCH_CODE')).toBeUndefined();
});

test('a page stands in the group of its check', () => {
  const groups = new Map(checkPages().map(({ code, group }) => [code, group]));
  expect(groups.get('UNUSED_SUPPRESSION')).toBe('settings');
  for (const check of checkGroups.size) expect(groups.get(check.code)).toBe('size');
});

describe.each(allChecks.map((check) => ({ code: check.code, check })))(
  'the page of $code',
  ({ code, check }) => {
    test.each(check.bad.map((example, index) => ({ index, example })))(
      'works example $index through',
      ({ example }) => {
        const { findings, mended, text } = workExample(code, example, testCatalog());
        expect(findings.length).toBeGreaterThan(0);
        for (const { marked } of findings) expect(text).toContain(marked);
        if (mended === undefined) return;
        expect(workExample(code, { ...example, text: mended.text }, testCatalog()).findings).toEqual([]);
      },
    );

    test('tells what, why, what to do, where and how to turn it off', () => {
      const text = textOf(code);
      for (const sentence of [check.what, check.why, check.fix]) expect(text).toContain(sentence);
      expect(text).toContain(`${code}\n\n${check.severity} in `);
      expect(text).toContain(`"checks": { "${code}": "off" }`);
      expect(text).toContain(check.source);
    });

    test('shows what the quick fix does wherever it mends an example', () => {
      const examples = allChecks.filter((one) => one.code === code).flatMap(({ bad }) => bad);
      const mended = examples.some((one) => workExample(code, one, testCatalog()).mended !== undefined);
      expect(textOf(code).includes('After the quick fix “')).toBe(mended);
      if (mended) expect(fixabilityOf(code, examples, testCatalog())).not.toBe('none');
    });
  },
);

test('the page of a misspelt action is as one would write it', () => {
  expect(textOf('INVALID_ACTION')).toMatch(
    /^INVALID_ACTION\n\nERROR in every type of policy\. A quick fix is offered where it is clear what to change\.\n/,
  );
  expect(textOf('INVALID_ACTION')).toContain(
    `"s3:GetObjct" at Statement.Action is marked:\n\n  > The action s3:GetObjct does not exist`,
  );
});
