import { parseActionName } from '../policy/actionName.ts';
import type { Statement } from '../policy/model.ts';
import { hasWildcard, matchesPattern } from '../policy/wildcard.ts';
import { literalOf, type Node } from '../syntax/node.ts';
import { rememberByText } from './remember.ts';

/** Actions that are looked for among those a statement speaks of. */
export interface WatchList {
  /** `prefix:Name`. */
  readonly names: readonly string[];
  /** Those of the list that an entry such as `s3:Get*`, in any letter case, matches. */
  readonly matching: (entry: string) => readonly string[];
}

const none: readonly string[] = [];

/** A list of actions `prefix:Name` to look for; what a pattern matches of them is remembered. */
export function watchList(names: readonly string[]): WatchList {
  const unique = [...new Set(names)];
  const byName = new Map(unique.map((name) => [name.toLowerCase(), [name]]));
  const byPrefix = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const { prefix = '' } = parseActionName(name) ?? {};
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), name]);
  }
  const expand = (pattern: string): readonly string[] => {
    const prefix = parseActionName(pattern)?.prefix ?? pattern;
    const candidates = hasWildcard(prefix) ? [...byName.keys()] : (byPrefix.get(prefix) ?? []);
    return candidates
      .filter((name) => matchesPattern(name, pattern))
      .flatMap((name) => byName.get(name) ?? none);
  };
  const find = rememberByText((_: typeof byName, entry) => {
    const pattern = entry.toLowerCase();
    return hasWildcard(pattern) ? expand(pattern) : (byName.get(pattern) ?? none);
  });
  return { names: unique, matching: (entry) => find(byName, entry) };
}

/**
 * The actions of the list that a statement speaks of, each with the first entry that says so; with `NotAction`,
 * whose value stands for all it does not name.
 */
export function watchedActions({ action: element }: Statement, list: WatchList): ReadonlyMap<string, Node> {
  const named = new Map<string, Node>();
  for (const node of element?.entries ?? []) {
    for (const name of list.matching(literalOf(node) ?? '')) if (!named.has(name)) named.set(name, node);
  }
  if (element?.name !== 'NotAction') return named;
  const { value } = element;
  // A hole may name any action.
  if (value === undefined || element.entries.some((node) => literalOf(node) === undefined)) return new Map();
  return new Map(list.names.filter((name) => !named.has(name)).map((name) => [name, value]));
}
