import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RefactorKind } from '../../../server/src/features/refactor/refactorItem.ts';
import { refactorKinds } from '../../../server/src/features/refactor/refactorings.ts';
import { latestManagedPolicies } from '../../corpus/managedPolicies.ts';
import { meaningOf, policyIn, refactor } from './refactor.ts';

const documents = [...latestManagedPolicies()]
  .map(({ document }) => JSON.stringify(document, undefined, 4))
  .filter((text) => text.length < 20_000)
  .filter((text, index) => index % (text.length > 8000 ? 3 : 15) === 0);

const texts = documents.map((text, index) => {
  if (index % 3 === 0) return text.replaceAll('\n', '\r\n');
  return index % 3 === 1 ? JSON.stringify({ PolicyDocument: text }) : text;
});

/** The text with one place of it selected. */
const selected = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(60)).map(([text, at, length]) => {
  const start = at % text.length;
  const end = Math.min(text.length, start + length);
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
});

const again: ReadonlySet<RefactorKind> = new Set([
  'refactor.rewrite.iamRoles.collapseActions',
  'refactor.rewrite.iamRoles.shrink',
  'source.format.iamRoles',
]);

function markedAt(text: string, offset: number): string {
  return `${text.slice(0, offset)}«${text.slice(offset, offset + 1)}»${text.slice(offset + 1)}`;
}

describe.each(refactorKinds)('%s, anywhere in policies of AWS', (kind) => {
  test('leaves JSON that says the same', () => {
    let offered = 0;
    fc.assert(
      fc.property(selected, (marked) => {
        for (const { item, before, after } of refactor(kind, marked)) {
          offered++;
          const moved = item.newFile === undefined ? [] : [policyIn(item.newFile.text)];
          expect(() => JSON.parse(after), after).not.toThrow();
          expect(meaningOf(policyIn(after), ...moved), item.title).toEqual(meaningOf(policyIn(before)));
          if (again.has(kind)) expect(refactor(kind, markedAt(after, item.edits[0]?.start ?? 0))).toEqual([]);
        }
      }),
      { numRuns: 150, seed: 20 },
    );
    expect(offered).toBeGreaterThan(0);
  });
});
