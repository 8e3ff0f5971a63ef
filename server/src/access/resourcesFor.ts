import type { Action, Catalog, ResourceType } from '../catalog/catalog.ts';
import type { Statement } from '../policy/model.ts';
import { literalOf, type StringNode } from '../syntax/node.ts';
import { meets, typesOf, writtenPattern } from './reachesEvery.ts';

/** What statements say of the resources of a service. */
export interface ServiceResources {
  readonly every: boolean;
  readonly named: readonly StringNode[];
  /** Of `NotResource`. */
  readonly except: readonly StringNode[];
}

/** The resources of a statement that some of these actions can be used on; all of them where none fits. */
export function resourcesFor(
  { resource }: Statement,
  actions: readonly Action[],
  catalog: Catalog,
): ServiceResources {
  const entries = resource?.entries ?? [];
  const types = new Set(actions.flatMap((action) => typesOf(action, catalog)));
  const own = entries.filter((entry) => mayBeOf(entry, types));
  const meant = own.length === 0 ? entries : own;
  if (resource?.name === 'NotResource') return { every: true, named: [], except: meant };
  const named = meant.filter((entry) => literalOf(entry) !== '*');
  return { every: named.length < meant.length, named, except: [] };
}

function mayBeOf(entry: StringNode, types: ReadonlySet<ResourceType>): boolean {
  const text = literalOf(entry);
  const written = text === undefined ? undefined : writtenPattern(text);
  return written === undefined || [...types].some((type) => meets(written, type)) || text === '*';
}
