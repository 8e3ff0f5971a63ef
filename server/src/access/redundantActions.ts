import type { Action, Catalog } from '../catalog/catalog.ts';
import { findAction } from '../catalog/findAction.ts';
import { parseActionName } from '../policy/actionName.ts';
import { hasWildcard, literalBeginning } from '../policy/wildcard.ts';
import { expandAction } from './expandAction.ts';
import { compareWidth, keptCovers, type Redundancy, redundantPatterns } from './redundant.ts';

/**
 * The entries of a list of actions that repeat another or match no action that another does not match, in the
 * order of the list; `by` is never redundant itself. Letter case is free. What AWS adds later to a pattern of
 * which only today's actions are covered is not foreseen. Entries that match no action are left out.
 */
export function redundantActions(catalog: Catalog, actions: readonly string[]): readonly Redundancy[] {
  const texts = actions.map((action) => action.toLowerCase());
  const byText = redundantPatterns(texts);
  const gone = new Set(byText.map(({ entry }) => entry));
  const byCatalog = includedToday(
    catalog,
    texts,
    [...texts.keys()].filter((index) => !gone.has(index)),
  );
  const found = byText
    .filter(({ entry }) => matchesSome(catalog, texts[entry] ?? ''))
    .map(({ entry, by }) => ({ entry, by: byCatalog.get(by) ?? by }));
  for (const [entry, by] of byCatalog) found.push({ entry, by });
  return found.sort((one, other) => one.entry - other.entry);
}

/** True for what the catalog cannot tell: patterns of services, and services of which it knows nothing. */
function matchesSome(catalog: Catalog, text: string): boolean {
  const { prefix, name } = parseActionName(text) ?? { prefix: text, name: '' };
  if (hasWildcard(prefix)) return true;
  const service = catalog.service(prefix);
  if (service === undefined) return false;
  if (service.actions.size === 0) return true;
  return hasWildcard(name)
    ? expandAction(catalog, text).length > 0
    : findAction(catalog, prefix, name) !== undefined;
}

/** Patterns of one service whose actions another pattern of the list matches as well: entry to the one to keep. */
function includedToday(
  catalog: Catalog,
  texts: readonly string[],
  entries: readonly number[],
): ReadonlyMap<number, number> {
  const patterns = comparablePatterns(texts, entries);
  const expansions = patterns.map((index) => new Set(expandAction(catalog, texts[index] ?? '')));
  const holders = new Map<Action, number[]>();
  for (const [number, expansion] of expansions.entries()) {
    for (const action of expansion) {
      const others = holders.get(action);
      if (others === undefined) holders.set(action, [number]);
      else others.push(number);
    }
  }
  const covers = new Map<number, number>();
  for (const [number, expansion] of expansions.entries()) {
    const by = includer(number, expansion, expansions, holders);
    if (by !== undefined) covers.set(patterns[number] ?? 0, patterns[by] ?? 0);
  }
  return keptCovers(covers);
}

/** The patterns within a service of which it has several, those that tend to match more first. */
function comparablePatterns(texts: readonly string[], entries: readonly number[]): readonly number[] {
  const byService = new Map<string, number[]>();
  for (const index of entries) {
    const text = texts[index] ?? '';
    const action = hasWildcard(text) ? parseActionName(text) : undefined;
    if (action === undefined || hasWildcard(action.prefix)) continue;
    const others = byService.get(action.prefix);
    if (others === undefined) byService.set(action.prefix, [index]);
    else others.push(index);
  }
  return [...byService.values()]
    .flatMap((patterns) => meetingPatterns(texts, patterns))
    .sort((a, b) => compareWidth(texts[a] ?? '', texts[b] ?? ''));
}

/** Those that can match what another matches: one begins as the other does. */
function meetingPatterns(texts: readonly string[], patterns: readonly number[]): readonly number[] {
  const beginnings = patterns.map((index) => literalBeginning(texts[index] ?? ''));
  return patterns.filter((index) => {
    const own = literalBeginning(texts[index] ?? '');
    return beginnings.filter((other) => own.startsWith(other) || other.startsWith(own)).length > 1;
  });
}

/** The first pattern with all actions of this one; of two with the same actions the first includes the second. */
function includer(
  number: number,
  expansion: ReadonlySet<Action>,
  expansions: readonly ReadonlySet<Action>[],
  holders: ReadonlyMap<Action, readonly number[]>,
): number | undefined {
  const [rarest = []] = [...expansion]
    .map((action) => holders.get(action) ?? [])
    .sort((one, other) => one.length - other.length);
  return rarest.find((other) => {
    const wider = expansions[other];
    if (wider === undefined || other === number || wider.size < expansion.size) return false;
    if (wider.size === expansion.size && other > number) return false;
    return [...expansion].every((action) => wider.has(action));
  });
}
