import type { Catalog, EscalationPath } from '../catalog/catalog.ts';
import { parseActionName } from '../policy/actionName.ts';
import { hasWildcard, matchesPattern } from '../policy/wildcard.ts';

/**
 * Actions that checks look for: `risky` are those of escalation paths and sensitive ones, `namesRole` those whose
 * requests name a role, `delegates` those that give a role to a service.
 */
export type WatchListName = 'risky' | 'namesRole' | 'delegates';

/** The names of each list, `prefix:Name`, that an entry matches, in the list's order. */
export type Watched = Readonly<Record<WatchListName, readonly string[]>>;

/** An action's name in lower case to the list of one that holds it as it is spelt. */
type WatchList = ReadonlyMap<string, readonly string[]>;

/** Actions that give a role to a service, which one may then act with. */
const delegations = ['iam:PassRole', 'iam:CreateServiceLinkedRole'] as const;
export type Delegation = (typeof delegations)[number];

const none: readonly string[] = [];
export const nothingWatched: Watched = { risky: none, namesRole: none, delegates: none };

const lists = new WeakMap<Catalog, Readonly<Record<WatchListName, WatchList>>>();

/** The actions of each list. */
export function watchLists(catalog: Catalog): Readonly<Record<WatchListName, WatchList>> {
  let known = lists.get(catalog);
  if (known === undefined) {
    known = {
      risky: watchList([
        ...catalog.escalationPaths.flatMap(actionsOfPath),
        ...Object.values(catalog.sensitiveActions).flat(),
      ]),
      namesRole: watchList(catalog.passedRoles.alwaysNamed),
      delegates: watchList(delegations),
    };
    lists.set(catalog, known);
  }
  return known;
}

/** The first is that which to limit. */
export function actionsOfPath({ every, same, some }: EscalationPath): readonly string[] {
  return [...every, ...same, ...some];
}

/** The watched actions that an entry such as `s3:Get*`, in any letter case, matches; mostly `nothingWatched`. */
export function watchedBy(catalog: Catalog, entry: string): Watched {
  const { risky, namesRole, delegates } = watchLists(catalog);
  const watched = {
    risky: matching(risky, entry),
    namesRole: matching(namesRole, entry),
    delegates: matching(delegates, entry),
  };
  return Object.values(watched).every((names) => names.length === 0) ? nothingWatched : watched;
}

function watchList(names: readonly string[]): WatchList {
  return new Map([...new Set(names)].map((name) => [name.toLowerCase(), [name]]));
}

function matching(list: WatchList, entry: string): readonly string[] {
  const pattern = entry.toLowerCase();
  if (!hasWildcard(pattern)) return list.get(pattern) ?? none;
  const { prefix } = parseActionName(pattern) ?? { prefix: pattern };
  const beginning = hasWildcard(prefix) ? '' : `${prefix}:`;
  return [...list].flatMap(([name, own]) =>
    name.startsWith(beginning) && matchesPattern(name, pattern) ? own : none,
  );
}
