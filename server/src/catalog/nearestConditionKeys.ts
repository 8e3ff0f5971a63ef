import type { Catalog, ConditionKey } from './catalog.ts';
import { nearestNames } from './nearestNames.ts';
import { nearestServices } from './nearestServices.ts';

/**
 * Documented condition keys that may be meant by one that does not exist, at most `limit`, nearest first.
 * A name without a prefix, or with the wrong one, is looked for among the global keys as well.
 */
export function nearestConditionKeys(catalog: Catalog, key: string, limit = 3): readonly string[] {
  const colon = key.indexOf(':');
  const prefix = key.slice(0, Math.max(colon, 0)).toLowerCase();
  const name = key.slice(colon + 1);
  const global = near(catalog.globalKeys.byName, `aws:${name}`, limit);
  const sameName = global.filter((found) => found.toLowerCase() === `aws:${name.toLowerCase()}`);
  if (prefix === '' || prefix === 'aws') return global;
  const homes = catalog.conditionKeyHomes.get(prefix) ?? [];
  const known = catalog.service(prefix) === undefined && homes.length === 0 ? [] : [prefix];
  const prefixes = known.length > 0 ? known : nearestServices(catalog, prefix);
  const ofServices = prefixes.flatMap((near_) =>
    [near_, ...(catalog.conditionKeyHomes.get(near_) ?? [])].flatMap((service) =>
      near(catalog.service(service)?.conditionKeys ?? new Map(), `${near_}:${name}`, limit),
    ),
  );
  return [...new Set([...sameName, ...ofServices])].slice(0, limit);
}

/** The prefix stays out of the comparison, as do tags: `kms:` and a few letters would make everything near. */
function near(keys: ReadonlyMap<string, ConditionKey>, key: string, limit: number): readonly string[] {
  const colon = key.indexOf(':');
  const prefix = key.slice(0, colon + 1);
  const candidates = new Map<string, string>();
  for (const [name, documented] of keys) {
    if (name.startsWith(prefix)) candidates.set(stem(name.slice(colon + 1)), documented.key);
  }
  const names = nearestNames(stem(key.slice(colon + 1)), candidates.keys(), limit);
  return names.flatMap((name) => candidates.get(name) ?? []);
}

/** What stands before the part to be filled in: `ResourceTag` of `ResourceTag/${TagKey}`. */
function stem(name: string): string {
  return name.split(/[/:](?=[^/:]*$)/)[0] ?? name;
}
