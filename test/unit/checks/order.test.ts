import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allChecks } from '../../../server/src/checks/allChecks.ts';
import { checkFile } from '../../../server/src/checks/checkPolicy.ts';
import type { PolicyKind } from '../../../server/src/policy/policyType.ts';
import { readDocument } from '../../../server/src/policy/readDocument.ts';
import { testCatalog } from '../../catalog.ts';
import { managedPolicies } from '../../corpus/managedPolicies.ts';
import { readMarks } from '../../markedText.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Written {
  readonly kind: PolicyKind;
  readonly policy: Json;
}

/** Examples of the checks, and policies of AWS with some thing to say about. */
const written: readonly Written[] = [
  ...allChecks.flatMap(({ bad }) =>
    bad.flatMap(({ type, owner, text }) => {
      const policy = parsed(readMarks(text).text);
      return policy === undefined ? [] : [{ kind: owner === undefined ? { type } : { type, owner }, policy }];
    }),
  ),
  ...[...managedPolicies()]
    .filter(({ document }, index) => index % 29 === 0 && JSON.stringify(document).length < 4000)
    .map(({ document }) => ({ kind: { type: 'identity' } as const, policy: document as Json })),
];

/** Undefined for what is no JSON, and for what names a key twice, as that is lost. */
function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return JSON.stringify(value).length === text.replace(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '').length
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

/** The same policy with every list and every object in another order, as `next` says. */
function shuffled(value: Json, next: () => number): Json {
  if (typeof value !== 'object' || value === null) return value;
  const mix = <Item>(items: readonly Item[]): readonly Item[] =>
    items
      .map((item) => ({ item, place: next() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item);
  if (Array.isArray(value)) return mix(value).map((item: Json) => shuffled(item, next));
  return Object.fromEntries(mix(Object.entries(value)).map(([key, item]) => [key, shuffled(item, next)]));
}

/** How often each code is found. */
function found({ kind, policy }: Written): readonly string[] {
  const file = readDocument(JSON.stringify(policy, undefined, 1), { chosen: kind });
  const settings = { trustedAccounts: ['111122223333'], organizationIds: ['o-exampleorg1'] };
  return checkFile(file, testCatalog(), settings)
    .map(({ code }) => code)
    .sort();
}

test('the order of statements, entries and elements changes no finding', () => {
  expect(written.length).toBeGreaterThan(400);
  fc.assert(
    fc.property(fc.constantFrom(...written), fc.infiniteStream(fc.nat()), (one, numbers) => {
      const next = (): number => numbers.next().value;
      expect(found({ ...one, policy: shuffled(one.policy, next) })).toEqual(found(one));
    }),
    { numRuns: 600, seed: 7 },
  );
}, 120_000);

test('a second look at the same text finds the same', () => {
  for (const one of written) expect(found(one)).toEqual(found(one));
});
