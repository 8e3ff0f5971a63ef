import { hasWildcard, includesPattern, literalBeginning } from '../policy/wildcard.ts';
import { candidates } from './candidates.ts';

/** An entry of a list that may go, since another of the list says all it says. Both are indexes of the list. */
export interface Redundancy {
  readonly entry: number;
  readonly by: number;
}

/**
 * The entries of a list of patterns that repeat an earlier one or match nothing that another does not match, in
 * the order of the list; `by` is never redundant itself. `*` stands for any text, across colons and slashes too,
 * `?` for one character. Which pattern goes does not depend on the order of the list; of equal ones the first stays.
 */
export function redundantPatterns(patterns: readonly string[]): Redundancy[] {
  const firsts = new Map<string, number>();
  const sameAs = patterns.map((pattern, index) => {
    const normal = pattern.includes('**') ? pattern.replace(/\*{2,}/g, '*') : pattern;
    const first = firsts.get(normal) ?? index;
    firsts.set(normal, first);
    return first;
  });
  const distinct = [...firsts.keys()];
  const covers = findCovers(distinct);
  if (covers.size === 0 && distinct.length === patterns.length) return [];
  const places = [...firsts.values()];
  const coveredBy = new Map([...covers].map(([entry, by]) => [places[entry] ?? 0, places[by] ?? 0]));
  return sameAs.flatMap((first, entry) => {
    const by = coveredBy.get(first) ?? first;
    return by === entry ? [] : [{ entry, by }];
  });
}

/** For each included pattern the one to keep. */
function findCovers(patterns: readonly string[]): ReadonlyMap<number, number> {
  const covers = new Map<number, number>();
  const wildcards: number[] = [];
  for (let index = 0; index < patterns.length; index++)
    if (hasWildcard(patterns[index] ?? '')) wildcards.push(index);
  if (wildcards.length === 0) return covers;
  const within = candidates(patterns, wildcards);
  wildcards.sort((a, b) => compareWidth(patterns[a] ?? '', patterns[b] ?? ''));
  for (const outer of wildcards) {
    const pattern = patterns[outer] ?? '';
    const beginning = literalBeginning(pattern);
    for (const inner of within(outer)) {
      if (inner === outer || covers.has(inner)) continue;
      const other = patterns[inner] ?? '';
      if (!other.startsWith(beginning) || !includesPattern(pattern, other)) continue;
      if (compareWidth(pattern, other) < 0 || !includesPattern(other, pattern)) covers.set(inner, outer);
    }
  }
  return keptCovers(covers);
}

/** Replaces covers that are covered themselves. */
export function keptCovers(covers: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const kept = new Map<number, number>();
  for (const [entry, first] of covers) {
    let by = first;
    for (let next = covers.get(by); next !== undefined; next = covers.get(by)) by = next;
    kept.set(entry, by);
  }
  return kept;
}

/** Short patterns first: they tend to match more. Puts any two in the same order wherever they stand. */
export function compareWidth(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}
