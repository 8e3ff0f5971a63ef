import type { Catalog } from '../catalog/catalog.ts';
import { parseActionName } from '../policy/actionName.ts';
import type { PolicyDocument, Statement } from '../policy/model.ts';
import { hasWildcard, includesPattern, matchesPattern } from '../policy/wildcard.ts';
import type { UsedService } from '../protocol.ts';
import { literalOf } from '../syntax/node.ts';
import type { TreeEdit } from '../syntax/treeEdit.ts';
import { collapseActions } from './collapseActions.ts';
import { expandAction } from './expandAction.ts';

export interface Tightening {
  /** Empty where the policy stays as it is. */
  readonly edits: readonly TreeEdit[];
  readonly changes: readonly { readonly action: string; readonly becomes: readonly string[] }[];
  /** No Allow statement would be left. */
  readonly leavesNothing: boolean;
  /** Allow statements with `NotAction`, which are left as they are. */
  readonly notActions: number;
}

/**
 * Takes out of a policy's Allow statements what was not used: services, and actions of services of which AWS tells
 * actions apart. Nothing is allowed then that was not before: an entry goes, stays, or gives way to some of the actions that
 * it matches. A service that nothing is known of stays, and so do statements that deny.
 */
export function tightenPolicy(
  { statements }: PolicyDocument,
  use: readonly UsedService[],
  catalog: Catalog,
): Tightening {
  const known = new Map(use.map((one) => [one.service.toLowerCase(), one]));
  const allowing = statements.filter(({ effect }) => effect?.allows === 'Allow');
  const tightened = allowing.map((statement) => tightenStatement(statement, known, catalog));
  return {
    edits: tightened.flatMap(({ edits }) => edits),
    changes: tightened.flatMap(({ changes }) => changes),
    leavesNothing: allowing.length > 0 && tightened.every(({ isGone }) => isGone),
    notActions: allowing.filter(({ action }) => action?.name === 'NotAction').length,
  };
}

type KnownUse = ReadonlyMap<string, UsedService>;

interface TightenedStatement extends Pick<Tightening, 'edits' | 'changes'> {
  readonly isGone: boolean;
}

function tightenStatement(
  { node, action }: Statement,
  known: KnownUse,
  catalog: Catalog,
): TightenedStatement {
  const untouched = { edits: [], changes: [], isGone: false };
  if (action?.name !== 'Action' || action.value === undefined) return untouched;
  const texts = action.entries.map(literalOf);
  const entries = texts.filter((text) => text !== undefined);
  if (entries.length !== texts.length) return untouched;
  const parts = entries.map((entry) => ({ action: entry, becomes: usedPart(entry, known, catalog) }));
  const changes = parts.filter(({ action: entry, becomes }) => becomes.length !== 1 || becomes[0] !== entry);
  if (changes.length === 0) return untouched;
  const left = [...new Map(parts.flatMap(({ becomes }) => becomes).map((one) => [one.toLowerCase(), one]))];
  const names = left.map(([, name]) => name);
  const [only] = names;
  if (only === undefined) return { edits: [{ edit: 'remove', node }], changes, isGone: true };
  const value = action.value.kind === 'string' && names.length === 1 ? only : names;
  return { edits: [{ edit: 'replace', node: action.value, value }], changes, isGone: false };
}

/** What of an entry of `Action` may have been used; the entry alone where all of it may. */
function usedPart(entry: string, known: KnownUse, catalog: Catalog): readonly string[] {
  const parsed = entry === '*' ? { prefix: '*', name: '*' } : parseActionName(entry);
  if (parsed === undefined) return [entry];
  const { prefix, name } = parsed;
  if (!hasWildcard(prefix)) return usedOfService(entry, prefix, name, known, catalog);
  const services = new Set([...catalog.services.map((one) => one.prefix), ...known.keys()]);
  const matched = [...services].filter((one) => matchesPattern(one, prefix.toLowerCase()));
  const parts = matched.map((one) => ({
    whole: `${one}:${name}`,
    used: usedOfService(`${one}:${name}`, one, name, known, catalog),
  }));
  const nothingKnown = parts.every(({ whole, used }) => used.length === 1 && used[0] === whole);
  return nothingKnown ? [entry] : parts.flatMap(({ used }) => used);
}

function usedOfService(
  entry: string,
  prefix: string,
  name: string,
  known: KnownUse,
  catalog: Catalog,
): readonly string[] {
  const use = known.get(prefix.toLowerCase());
  if (use === undefined) return [entry];
  if (!use.used) return [];
  const pattern = name.toLowerCase();
  const tracked = use.actions.filter((one) => matchesPattern(one.name.toLowerCase(), pattern));
  if (tracked.every(({ used }) => used)) return [entry];
  if (!hasWildcard(name)) return [];
  const idle = new Set(tracked.filter(({ used }) => !used).map((one) => one.name.toLowerCase()));
  const all = expandAction(catalog, entry);
  // What AWS has is not known of such a service, so neither is what would have to stay.
  if (all.length === 0) return [entry];
  const left = all.filter((one) => !idle.has(one.name.toLowerCase())).map((one) => `${prefix}:${one.name}`);
  return collapsed(left, entry, catalog);
}

/** Shorter by wildcards, as far as these stay within the entry that the actions are of. */
function collapsed(actions: readonly string[], entry: string, catalog: Catalog): readonly string[] {
  const within = collapseActions(catalog, actions).filter(({ pattern }) =>
    includesPattern(entry.toLowerCase(), pattern.toLowerCase()),
  );
  const taken = new Set(within.flatMap(({ entries }) => entries));
  return [...within.map(({ pattern }) => pattern), ...actions.filter((_, index) => !taken.has(index))].sort();
}
