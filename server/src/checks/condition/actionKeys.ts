import type { Action, Catalog, ConditionKey, Service } from '../../catalog/catalog.ts';

const keysOfActions = new WeakMap<Action, ReadonlySet<string>>();
const keysOfServices = new WeakMap<Service, ReadonlySet<string>>();

/**
 * Whether AWS's documentation lists a condition key for an action or for one of the resource types it works on.
 * A key that it lists for a service but for none of its actions counts as one of them all.
 */
export function isKeyOfAction(action: Action, key: ConditionKey, service: string, catalog: Catalog): boolean {
  const name = key.key.toLowerCase();
  if (keysOfAction(action, catalog).has(name)) return true;
  const home = catalog.service(service);
  return home !== undefined && !keysOfActionsIn(home, catalog).has(name);
}

/** In lower case. */
function keysOfAction(action: Action, catalog: Catalog): ReadonlySet<string> {
  let keys = keysOfActions.get(action);
  if (keys === undefined) {
    const types = catalog.service(action.prefix)?.resourceTypes;
    const lists = action.resourceTypes.flatMap(({ name, conditionKeys }) => [
      ...conditionKeys,
      ...(types?.get(name)?.conditionKeys ?? []),
    ]);
    keys = new Set([...action.conditionKeys, ...lists].map((key) => key.toLowerCase()));
    keysOfActions.set(action, keys);
  }
  return keys;
}

function keysOfActionsIn(service: Service, catalog: Catalog): ReadonlySet<string> {
  let keys = keysOfServices.get(service);
  if (keys === undefined) {
    keys = new Set([...service.actions.values()].flatMap((action) => [...keysOfAction(action, catalog)]));
    keysOfServices.set(service, keys);
  }
  return keys;
}
