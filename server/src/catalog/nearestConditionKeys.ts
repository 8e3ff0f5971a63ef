import type { Catalog, ConditionKey } from './catalog.ts';
import { nearestNames } from './nearestNames.ts';
import { nearestServices } from './nearestServices.ts';
import { rememberByText } from './remember.ts';

const limit = 3;

/**
 * Documented condition keys that may be meant by one that does not exist, at most three, nearest first.
 * A name without a prefix, or with the wrong one, is looked for among the global keys as well. Remembered.
 */
export const nearestConditionKeys = rememberByText((catalog: Catalog, key): readonly string[] => {
  const colon = key.indexOf(':');
  const prefix = key.slice(0, Math.max(colon, 0)).toLowerCase();
  const name = key.slice(colon + 1);
  const global = similarKeys(catalog.globalKeys.byName.values(), 'aws', name);
  if (prefix === '' || prefix === 'aws') return global;
  const sameName = global.filter((found) => found.toLowerCase() === `aws:${name.toLowerCase()}`);
  const known = catalog.service(prefix) !== undefined || catalog.conditionKeyHomes.has(prefix);
  const prefixes = known ? [prefix] : nearestServices(catalog, prefix);
  const ofServices = prefixes.flatMap((near) => {
    const homes = [near, ...(catalog.conditionKeyHomes.get(near) ?? [])];
    const keys = homes.flatMap((home) => [...(catalog.service(home)?.conditionKeys.values() ?? [])]);
    return similarKeys(keys, near, name);
  });
  return [...new Set([...sameName, ...ofServices])].slice(0, limit);
});

/**
 * The prefix stays out of the comparison, as it would make everything near; so does what is to be filled in,
 * in the documented key and, where that finds nothing, in the written one.
 */
function similarKeys(keys: Iterable<ConditionKey>, prefix: string, name: string): readonly string[] {
  const candidates = new Map<string, string>();
  for (const { key } of keys) {
    if (!key.toLowerCase().startsWith(`${prefix}:`)) continue;
    const stem = key.slice(prefix.length + 1).replace(/[/:](\$\{|<).*/, '');
    if (!candidates.has(stem)) candidates.set(stem, key);
  }
  const exactly = nearestNames(name, candidates.keys(), limit);
  const stems =
    exactly.length > 0 ? exactly : nearestNames(name.replace(/[/:].*/, ''), candidates.keys(), limit);
  return stems.flatMap((stem) => candidates.get(stem) ?? []);
}
