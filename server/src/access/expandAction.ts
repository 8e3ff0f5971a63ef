import type { Action, Catalog } from '../catalog/catalog.ts';
import { rememberByText } from '../catalog/remember.ts';
import { parseActionName } from '../policy/actionName.ts';
import { hasWildcard, matchesPattern } from '../policy/wildcard.ts';

/**
 * The actions of the catalog that a pattern such as `s3:Get*` matches, in the catalog's order; `*` gives all.
 * Letter case is free, as IAM takes it. Remembered for each catalog.
 */
export const expandAction: (catalog: Catalog, pattern: string) => readonly Action[] = rememberByText(
  (catalog: Catalog, pattern) => expand(catalog, pattern.toLowerCase()),
);

function expand(catalog: Catalog, pattern: string): readonly Action[] {
  const { prefix, name } = parseActionName(pattern) ?? { prefix: pattern, name: pattern === '*' ? '*' : '' };
  if (!hasWildcard(prefix)) return expandWithin(catalog, prefix, name);
  return catalog.services
    .filter((service) => matchesPattern(service.prefix, prefix))
    .flatMap((service) => expandWithin(catalog, service.prefix, name));
}

function expandWithin(catalog: Catalog, prefix: string, name: string): readonly Action[] {
  const service = catalog.service(prefix);
  if (service === undefined) return [];
  if (!hasWildcard(name)) {
    const action = service.actions.get(name);
    return action === undefined ? [] : [action];
  }
  const matching: Action[] = [];
  for (const [lower, action] of service.actions) if (matchesPattern(lower, name)) matching.push(action);
  return matching;
}
