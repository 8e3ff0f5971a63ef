import type { Action, Catalog, Service } from '../catalog/catalog.ts';
import { parseActionName } from '../policy/actionName.ts';
import { hasWildcard } from '../policy/wildcard.ts';
import { expandAction } from './expandAction.ts';

/** A wildcard that says what several entries of a list say, by their indexes. */
export interface Collapse {
  readonly pattern: string;
  readonly entries: readonly number[];
}

/**
 * Wildcards that stand for entries of a list of actions, and match today nothing that the list does not match. They
 * are cut at whole words, as in `s3:GetBucket*`, `ec2:*Tags` and `s3:Get*Acl`. One that stands for more entries goes
 * first; of those that match the same the one with more of the name wins, so the result is the same for any order.
 * Entries that match nothing, and those of services that the data does not know, are left alone.
 */
export function collapseActions(catalog: Catalog, actions: readonly string[]): Collapse[] {
  const byService = new Map<Service, Entry[]>();
  for (const [index, text] of actions.entries()) {
    const prefix = parseActionName(text)?.prefix ?? '*';
    const service = hasWildcard(prefix) ? undefined : catalog.service(prefix);
    const matched = service?.added === false ? expandAction(catalog, text) : [];
    if (service === undefined || matched.length === 0) continue;
    const entries = byService.get(service) ?? [];
    byService.set(service, entries);
    entries.push({ index, matched });
  }
  return [...byService].flatMap(([service, entries]) =>
    entries.length < 2 ? [] : collapseWithin(service, entries),
  );
}

interface Entry {
  readonly index: number;
  readonly matched: readonly Action[];
}

/** The widest first: then no later wildcard can take in an earlier one, and a second run finds nothing to do. */
function collapseWithin(service: Service, entries: readonly Entry[]): Collapse[] {
  const candidates = findCandidates(service, entries).sort(byWidth);
  const left = new Set(entries.map(({ index }) => index));
  const chosen: Collapse[] = [];
  for (;;) {
    let best: Collapse | undefined;
    for (const { pattern, entries: all } of candidates) {
      if (all.length < (best?.entries.length ?? 2)) break;
      const open = all.filter((index) => left.has(index));
      const found = { pattern, entries: open };
      if (open.length > 1 && (best === undefined || byWidth(found, best) < 0)) best = found;
    }
    if (best === undefined) return chosen;
    chosen.push(best);
    for (const index of best.entries) left.delete(index);
  }
}

function byWidth(one: Collapse, other: Collapse): number {
  return (
    other.entries.length - one.entries.length ||
    other.pattern.length - one.pattern.length ||
    (one.pattern < other.pattern ? -1 : 1)
  );
}

function findCandidates(service: Service, entries: readonly Entry[]): Collapse[] {
  const wanted = new Set(entries.flatMap(({ matched }) => matched));
  const names = [...service.actions].map(([name, action]) => ({
    name,
    action,
    isWanted: wanted.has(action),
  }));
  const candidates: Collapse[] = [];
  for (const [head, tails] of shapes(wanted, wanted.size === names.length)) {
    const start = head.toLowerCase();
    const begun = names.filter(({ name }) => name.startsWith(start));
    for (const tail of tails) {
      const end = tail.toLowerCase();
      const takes = ({ name }: { readonly name: string }): boolean =>
        name.endsWith(end) && name.length >= head.length + end.length;
      if (begun.some((one) => !one.isWanted && takes(one))) continue;
      const taken = begun.filter(takes);
      // IAM takes `*TagQueue` for UntagQueue as well, but no one reads it so.
      const isReadable = taken.every(({ action: { name } }) => name.startsWith(head) && name.endsWith(tail));
      if (taken.length < 2 || !isReadable) continue;
      const actions = new Set(taken.map(({ action }) => action));
      const within = entries.filter(({ matched }) => matched.every((action) => actions.has(action)));
      if (within.length < 2) continue;
      const pattern = `${service.prefix}:${head}*${tail}`;
      candidates.push({ pattern, entries: within.map(({ index }) => index) });
    }
  }
  return candidates;
}

/** What may stand before a `*`, and what behind: beginnings and ends of the names, by whole words. */
function shapes(actions: Iterable<Action>, everything: boolean): ReadonlyMap<string, Iterable<string>> {
  if (everything) return new Map([['', ['']]]);
  const found = new Map<string, Set<string>>();
  for (const { name } of actions) {
    const ends = [0, ...[...name.matchAll(word)].map((match) => match.index + match[0].length)];
    for (const [index, end] of ends.entries()) {
      const tails = found.get(name.slice(0, end)) ?? new Set();
      found.set(name.slice(0, end), tails);
      for (const start of ends.slice(index)) tails.add(name.slice(start));
    }
  }
  return found;
}

/** `DB` and `Instances` of `DescribeDBInstances`. */
const word = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^A-Za-z]+/g;
