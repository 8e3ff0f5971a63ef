import type { Action, Catalog } from './catalog.ts';

/** The action of this prefix and name, both in any letter case; undefined when AWS documents none. */
export function findAction(catalog: Catalog, prefix: string, name: string): Action | undefined {
  return catalog.service(prefix)?.actions.get(name.toLowerCase());
}
