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

interface Candidate {
  readonly pattern: string;
  readonly entries: readonly number[];
}

/** The widest first: then no later wildcard can take in an earlier one, and a second run finds nothing to do. */
function collapseWithin(service: Service, entries: readonly Entry[]): Collapse[] {
  const candidates = findCandidates(service, entries);
  const left = new Set(entries.map(({ index }) => index));
  const chosen: Collapse[] = [];
  for (;;) {
    let best: Candidate | undefined;
    for (const { pattern, entries: all } of candidates) {
      const open = all.filter((index) => left.has(index));
      if (open.length >= Math.max(2, best?.entries.length ?? 0) && isBetter(pattern, open, best))
        best = { pattern, entries: open };
    }
    if (best === undefined) return chosen;
    chosen.push(best);
    for (const index of best.entries) left.delete(index);
  }
}

function isBetter(pattern: string, entries: readonly number[], best: Candidate | undefined): boolean {
  if (best === undefined || entries.length !== best.entries.length) return true;
  if (pattern.length !== best.pattern.length) return pattern.length > best.pattern.length;
  return pattern < best.pattern;
}

function findCandidates(service: Service, entries: readonly Entry[]): Candidate[] {
  const wanted = new Set(entries.flatMap(({ matched }) => matched));
  const others = [...service.actions].filter(([, action]) => !wanted.has(action)).map(([name]) => name);
  const names = [...wanted].map((action) => [action, action.name.toLowerCase()] as const);
  const candidates: Candidate[] = [];
  for (const [head, tail] of shapes(wanted, others.length === 0)) {
    const [begin, end] = [head.toLowerCase(), tail.toLowerCase()];
    const takes = (name: string): boolean =>
      name.length >= begin.length + end.length && name.startsWith(begin) && name.endsWith(end);
    if (others.some(takes)) continue;
    const taken = new Set(names.flatMap(([action, name]) => (takes(name) ? [action] : [])));
    const within = entries.filter(({ matched }) => matched.every((action) => taken.has(action)));
    if (within.length < 2) continue;
    candidates.push({
      pattern: `${service.prefix}:${head}*${tail}`,
      entries: within.map(({ index }) => index),
    });
  }
  return candidates;
}

/** What may stand before and behind a `*`: beginnings and ends of the names, by whole words. */
function shapes(actions: Iterable<Action>, everything: boolean): Iterable<readonly [string, string]> {
  if (everything) return [['', '']];
  const found = new Map<string, readonly [string, string]>();
  for (const { name } of actions) {
    const ends = [0, ...[...name.matchAll(word)].map((match) => match.index + match[0].length)];
    for (const [index, end] of ends.entries()) {
      for (const start of ends.slice(index)) {
        const [head, tail] = [name.slice(0, end), name.slice(start)];
        found.set(`${head}*${tail}`, [head, tail]);
      }
    }
  }
  return found.values();
}

/** `DB` and `Instances` of `DescribeDBInstances`. */
const word = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^A-Za-z]+/g;
