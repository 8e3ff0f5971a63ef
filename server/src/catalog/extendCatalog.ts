import type { Settings } from '../protocol.ts';
import type {
  Action,
  Catalog,
  ConditionKey,
  GlobalConditionKey,
  Service,
  ServiceSummary,
} from './catalog.ts';
import { globalKey } from './catalogTables.ts';
import { untypedKey } from './findConditionKey.ts';
import { lazy } from './lazy.ts';

interface Additions {
  readonly actions: Set<string>;
  readonly conditionKeys: Set<string>;
}

/**
 * The catalog with what AWS has and the data does not know yet: actions `prefix:Name`, condition keys
 * `prefix:Key`, services `prefix`. What is not of that form, or known already, is left out. A service that
 * is known by an action or key only is added with it. The given catalog stays as it is, and is given back
 * where there is nothing to add.
 */
export function extendCatalog(catalog: Catalog, settings: Settings['catalog']): Catalog {
  const additions = collectAdditions(settings);
  const globalNames = additions.get('aws')?.conditionKeys ?? new Set();
  additions.delete('aws');
  if (additions.size === 0 && globalNames.size === 0) return catalog;
  const extended = new Map(
    [...additions].map(([prefix, added]) => [
      prefix,
      lazy(() => extendService(catalog.service(prefix) ?? newService(prefix), added)),
    ]),
  );
  const services = lazy(() => extendServices(catalog, [...additions.keys()]));
  const globalKeys = lazy(() => ({ byName: extendGlobalKeys(catalog.globalKeys.byName, globalNames) }));
  const result: Catalog = Object.create(catalog, {
    services: { get: services, enumerable: true },
    globalKeys: { get: globalKeys, enumerable: true },
    service: {
      value: (prefix: string) => extended.get(prefix.toLowerCase())?.() ?? catalog.service(prefix),
      enumerable: true,
    },
  });
  return result;
}

function collectAdditions(settings: Settings['catalog']): Map<string, Additions> {
  const additions = new Map<string, Additions>();
  const of = (prefix: string): Additions => {
    const found = additions.get(prefix.toLowerCase()) ?? { actions: new Set(), conditionKeys: new Set() };
    additions.set(prefix.toLowerCase(), found);
    return found;
  };
  for (const service of settings.additionalServices) {
    if (/^[a-z0-9-]+$/i.test(service)) of(service);
  }
  for (const action of settings.additionalActions) {
    const [, prefix, name] = /^([a-z0-9-]+):(\w+)$/i.exec(action) ?? [];
    if (prefix !== undefined && name !== undefined) of(prefix).actions.add(name);
  }
  for (const key of settings.additionalConditionKeys) {
    const [, prefix] = /^([a-z0-9-]+):\S+$/i.exec(key) ?? [];
    if (prefix !== undefined) of(prefix).conditionKeys.add(key);
  }
  return additions;
}

function newService(prefix: string): Service {
  return {
    prefix,
    name: prefix,
    actionCount: 0,
    actions: new Map(),
    resourceTypes: new Map(),
    conditionKeys: new Map(),
    added: true,
  };
}

function extendService(service: Service, added: Additions): Service {
  const actions = new Map<string, Action>(service.actions);
  for (const name of added.actions) {
    if (!actions.has(name.toLowerCase())) actions.set(name.toLowerCase(), newAction(service.prefix, name));
  }
  const conditionKeys = new Map<string, ConditionKey>(service.conditionKeys);
  for (const key of added.conditionKeys) {
    if (!conditionKeys.has(key.toLowerCase())) conditionKeys.set(key.toLowerCase(), untypedKey(key));
  }
  return {
    ...service,
    actions: new Map([...actions].sort(byFirst)),
    actionCount: actions.size,
    conditionKeys,
  };
}

function newAction(prefix: string, name: string): Action {
  return {
    name,
    prefix,
    accessLevel: 'Write',
    resourceTypes: [],
    conditionKeys: [],
    dependentActions: [],
    added: true,
  };
}

function extendServices(catalog: Catalog, prefixes: readonly string[]): readonly ServiceSummary[] {
  const known = new Set(catalog.services.map((service) => service.prefix));
  const added = prefixes
    .filter((prefix) => !known.has(prefix))
    .map((prefix): ServiceSummary => ({ prefix, name: prefix, actionCount: 0 }));
  return [...catalog.services, ...added].sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}

function extendGlobalKeys(
  known: ReadonlyMap<string, GlobalConditionKey>,
  names: ReadonlySet<string>,
): ReadonlyMap<string, GlobalConditionKey> {
  const keys = new Map(known);
  for (const name of names) {
    if (keys.has(name.toLowerCase())) continue;
    const unknown = { description: '', availability: '', documentation: '' };
    keys.set(name.toLowerCase(), globalKey({ ...untypedKey(name), ...unknown }));
  }
  return keys;
}

function byFirst(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}
