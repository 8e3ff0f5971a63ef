import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../server/src/checks/checkPolicy.ts';
import { policyVariables } from '../../server/src/policy/policyVariable.ts';
import { readDocument } from '../../server/src/policy/readDocument.ts';
import { patternsOverlap } from '../../server/src/policy/wildcard.ts';
import type { Node } from '../../server/src/syntax/node.ts';
import { pathOf, spanWithin } from '../../server/src/syntax/node.ts';
import { parseJson } from '../../server/src/syntax/parseJson.ts';
import { testCatalog } from '../catalog.ts';
import { latestManagedPolicies } from '../corpus/managedPolicies.ts';
import { childrenOf, nodesOf, plainValue } from './syntax/treeText.ts';

const punctuation = fc.constantFrom(
  ...'{}[]",:\\/*\n\r\t \'',
  '//',
  '/*',
  '*/',
  '\\u',
  '\\"',
  '"a"',
  '1e',
  '\ufeff',
  '\0',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: punctuation, maxLength: 60 }),
  fc.string({
    unit: fc.oneof(punctuation, fc.constantFrom('"Statement"', '"Effect"', 'Allow', 'x')),
    maxLength: 60,
  }),
);

const realPolicies = [...latestManagedPolicies()]
  .map(({ document }) => JSON.stringify(document, undefined, 2))
  .filter((text) => text.length < 4000)
  .filter((_, index) => index % 25 === 0);

interface Change {
  readonly at: number;
  readonly removed: number;
  readonly put: string;
}
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(6),
  put: fc.oneof(fc.constant(''), punctuation, fc.string({ unit: 'binary', maxLength: 4 })),
});
const mutatedPolicy = fc
  .tuple(fc.constantFrom(...realPolicies), fc.array(change, { maxLength: 5 }), fc.nat(2))
  .map(([text, changes, escapes]) => {
    let wrapped = text;
    for (let count = 0; count < escapes; count++) wrapped = JSON.stringify({ PolicyDocument: wrapped });
    for (const { at, removed, put } of changes) {
      const index = Math.floor(at * wrapped.length);
      wrapped = wrapped.slice(0, index) + put + wrapped.slice(index + removed);
    }
    return wrapped;
  });

/** Every node lies in its parent, behind its elder sibling, and knows its path. */
function expectOrder(node: Node, text: string): void {
  expect(node.start).toBeLessThanOrEqual(node.end);
  let from = node.start;
  for (const child of childrenOf(node)) {
    expect(child.parent).toBe(node);
    expect(child.start).toBeGreaterThanOrEqual(from);
    expect(child.end).toBeLessThanOrEqual(node.end);
    from = child.end;
    expectOrder(child, text);
  }
  if (node.kind === 'array')
    for (const [index, item] of node.items.entries()) expect(pathOf(item, node)).toEqual([index]);
  if (node.kind === 'object')
    for (const { key, value } of node.members) expect(pathOf(value ?? key, node)).toEqual([plainValue(key)]);
  if (node.kind === 'string' && node.parts.length === 1) expectCharacters(node, text);
}

function expectCharacters(node: Node & { kind: 'string' }, text: string): void {
  const value = String(plainValue(node));
  if (node.offsets !== undefined) expect(node.offsets).toHaveLength(value.length + 1);
  for (const index of value.length > 0 ? [0, value.length - 1] : []) {
    const { start, end } = spanWithin(node, index, index + 1);
    const raw = text.slice(start, end);
    expect(raw.includes('\\') || raw === value[index]).toBe(true);
  }
}

describe('reading', () => {
  test('any text never fails and gives an orderly tree', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mutatedPolicy), (text) => {
        const { root, problems } = parseJson(text);
        if (root !== undefined) expectOrder(root, text);
        for (const { start, end } of problems) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(problems.filter(({ kind }) => kind === 'syntax').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 3000 },
    );
  });

  test('agrees with JSON.parse on whether a text is JSON, and on what it says', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mutatedPolicy, fc.json({ stringUnit: 'binary' })), (text) => {
        const { root, problems } = parseJson(text);
        let expected: { readonly value: unknown } | undefined;
        try {
          expected = { value: JSON.parse(text) };
        } catch {
          expected = undefined;
        }
        if (expected === undefined) {
          if (root !== undefined && !text.startsWith('\ufeff')) expect(problems).not.toEqual([]);
          return;
        }
        expect(problems).toEqual([]);
        expect(JSON.stringify(root && plainValue(root))).toBe(JSON.stringify(expected.value));
      }),
      { numRuns: 3000 },
    );
  });

  test('and checking any policy never fails, and marks places of the text', () => {
    fc.assert(
      fc.property(mutatedPolicy, (text) => {
        const file = readDocument(text);
        for (const { policy } of file.policies)
          for (const node of nodesOf(policy.node)) expectPlace(node, text);
        for (const finding of checkFile(file, testCatalog(), { trustedAccounts: [] }))
          expectPlace(finding, text);
      }),
      { numRuns: 400 },
    );
  });

  // Work in the square of the length would not end: 600,000 characters are 360,000,000,000 steps.
  test('ends for long texts of any one piece', { timeout: 300_000 }, () => {
    const pieces: Readonly<Record<string, string>> = {
      'open brackets': '[',
      'closing brackets': ']}',
      'open members': '{"a":',
      quotes: '"',
      strings: '"a",',
      'strings without commas': '"a" ',
      'keys without values': '"a":\n',
      'lists without brackets': '"a":"b","c",',
      colons: ':',
      spaces: ' ',
      'line breaks': '\n',
      words: 'a ',
      'one word': 'a',
      comments: '/**/',
      slashes: '/',
      variables: '${',
      backslashes: '"\\',
      objects: '{"Statement":{},',
      wrapped: '"{\\"Effect\\":',
    };
    for (const [name, piece] of Object.entries(pieces)) {
      const text = `{"Statement":[${piece.repeat(600_000 / piece.length)}`;
      expect(readDocument(text).text, name).toBe(text);
    }
  });
});

function expectPlace({ start, end }: { readonly start: number; readonly end: number }, text: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(text.length);
}

test('two patterns overlap when some text matches both', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 });
  // The shortest text that both match is no longer than both together.
  const texts = [''];
  for (const text of texts) if (text.length < 8) texts.push(...['a', 'b'].map((letter) => text + letter));
  fc.assert(
    fc.property(pattern, pattern, (one, other) => {
      const [first, second] = [one, other].map(toRegExp) as [RegExp, RegExp];
      const both = texts.some((text) => first.test(text) && second.test(text));
      expect(patternsOverlap(one, other)).toBe(both);
    }),
    { numRuns: 1000 },
  );
});

function toRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('?', '.').replaceAll('*', '.*')}$`);
}

test('policy variables are read in step with the length', () => {
  expect(policyVariables('${'.repeat(1_000_000))).toHaveLength(1_000_000);
});
