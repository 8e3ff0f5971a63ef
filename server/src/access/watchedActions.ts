import type { Catalog } from '../catalog/catalog.ts';
import type { Statement } from '../policy/model.ts';
import { literalOf, type Node } from '../syntax/node.ts';
import { actionEntries } from './actionEntries.ts';
import { type WatchListName, watchLists } from './watchLists.ts';

const nothing: ReadonlyMap<string, Node> = new Map();

/**
 * The actions of a list that a statement speaks of, each with the first entry that says so; with `NotAction`,
 * whose value stands for all it does not name.
 */
export function watchedActions(
  statement: Statement,
  list: WatchListName,
  catalog: Catalog,
): ReadonlyMap<string, Node> {
  const { action: element } = statement;
  const { watched } = actionEntries(statement, catalog);
  if (watched.length === 0 && element?.name !== 'NotAction') return nothing;
  const named = new Map<string, Node>();
  for (const { node, meaning } of watched) {
    for (const name of meaning.watched[list]) if (!named.has(name)) named.set(name, node);
  }
  if (element?.name !== 'NotAction') return named;
  const { value } = element;
  // A hole may name any action.
  if (value === undefined || element.entries.some((node) => literalOf(node) === undefined)) return nothing;
  const names = [...watchLists(catalog)[list].values()].flat();
  return new Map(names.filter((name) => !named.has(name)).map((name) => [name, value]));
}
