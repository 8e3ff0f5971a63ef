import type { Action, Catalog, ResourceType } from '../catalog/catalog.ts';
import type { Statement } from '../policy/model.ts';
import { literalOf, type StringNode } from '../syntax/node.ts';
import { writtenPattern } from './arnPattern.ts';
import { meets, typesOf } from './reachesEvery.ts';

/** What statements say of the resources of a service. */
export interface ServiceResources {
  readonly every: boolean;
  readonly named: readonly StringNode[];
  /** Of `NotResource`. */
  readonly except: readonly StringNode[];
}

/** The resource types that some of these actions take. */
export function typesOfAll(actions: readonly Action[], catalog: Catalog): ReadonlySet<ResourceType> {
  return new Set(actions.flatMap((action) => typesOf(action, catalog)));
}

/** The resources of a statement that may be of these types; all of them where none is. */
export function resourcesFor({ resource }: Statement, types: ReadonlySet<ResourceType>): ServiceResources {
  const entries = resource?.entries ?? [];
  const own = entries.filter((entry) => mayBeOf(entry, types));
  const meant = own.length === 0 ? entries : own;
  if (resource?.name === 'NotResource') return { every: true, named: [], except: meant };
  const named = meant.filter((entry) => literalOf(entry) !== '*');
  return { every: named.length < meant.length, named, except: [] };
}

function mayBeOf(entry: StringNode, types: ReadonlySet<ResourceType>): boolean {
  const text = literalOf(entry);
  const written = text === undefined ? undefined : writtenPattern(text);
  return text === '*' || written === undefined || [...types].some((type) => meets(written, type));
}
