import type { Catalog } from '../../catalog/catalog.ts';
import { type ConditionKeyLookup, findConditionKey } from '../../catalog/findConditionKey.ts';

/**
 * What a condition key lacks its tag key of: `aws:ResourceTag/` for `aws:ResourceTag` and `aws:resourcetag/`;
 * undefined for every other key.
 */
export function missingTagKey(
  catalog: Catalog,
  name: string,
  lookup: ConditionKeyLookup,
): string | undefined {
  if (lookup.kind !== 'unknownGlobal' && lookup.kind !== 'unknownServiceKey') return undefined;
  const stem = name.endsWith('/') ? name : `${name}/`;
  if (!/tags?\/$/i.test(stem)) return undefined;
  const tagged = findConditionKey(catalog, `${stem}key`);
  if (tagged.kind !== 'global' && tagged.kind !== 'service') return undefined;
  const documented = tagged.key.key.slice(0, stem.length);
  return documented.toLowerCase() === stem.toLowerCase() ? documented : undefined;
}
