import { expandAction } from '../../access/expandAction.ts';
import type { Action, Catalog, ConditionKey } from '../../catalog/catalog.ts';
import { literalOf } from '../../syntax/node.ts';
import { arnResourceTypes } from '../hover/arnHover.ts';
import { namedPatterns } from './actions.ts';
import type { StatementSite } from './site.ts';
import { roleActions } from './trustActions.ts';

/** Condition keys of the statement's actions, and of those of their resource types that its resources can be. */
export function requestKeys(site: StatementSite): readonly ConditionKey[] {
  const { catalog } = site;
  const isPossible = resourceFilter(site);
  const lists = new Map<readonly string[], string>();
  for (const { prefix, conditionKeys, resourceTypes } of actionsOf(site)) {
    lists.set(conditionKeys, prefix);
    for (const { name, conditionKeys: keys } of resourceTypes) {
      if (!isPossible(prefix, name)) continue;
      lists.set(keys, prefix);
      lists.set(catalog.service(prefix)?.resourceTypes.get(name)?.conditionKeys ?? [], prefix);
    }
  }
  const names = new Map<string, string>();
  for (const [keys, prefix] of lists) for (const key of keys) names.set(key, prefix);
  const found = [...names].flatMap(([key, prefix]) => keyOf(key, prefix, catalog));
  return site.type === 'trust' ? found.filter(({ key }) => !isOfProvider(key)) : ownFirst(found);
}

/** In a trust policy the keys of identity providers depend on the principal, and are found by it. */
function isOfProvider(key: string): boolean {
  return /^saml:|^[^:]*\./i.test(key);
}

/** Tag keys, which nearly every action has, come behind the services' own keys. */
function ownFirst(keys: readonly ConditionKey[]): readonly ConditionKey[] {
  const isShared = ({ key }: ConditionKey) => key.startsWith('aws:');
  return [...keys.filter((key) => !isShared(key)), ...keys.filter(isShared)];
}

function keyOf(key: string, prefix: string, catalog: Catalog): readonly ConditionKey[] {
  const lower = key.toLowerCase();
  const found = catalog.globalKeys.byName.get(lower) ?? catalog.service(prefix)?.conditionKeys.get(lower);
  return found === undefined ? [] : [found];
}

function actionsOf(site: StatementSite): readonly Action[] {
  const patterns = namedPatterns(site);
  const actions = patterns.flatMap((pattern) => expandAction(site.catalog, pattern));
  if (site.type !== 'trust') return actions;
  const onRoles = roleActions(site.catalog);
  const named = onRoles.filter((action) => actions.includes(action));
  return named.length > 0 ? named : onRoles;
}

/** Each resource is compared with every type of its service. */
const mostResources = 8;

/** Whether a resource type is among those the statement's resources can be. */
function resourceFilter({ statement, catalog }: StatementSite): (prefix: string, type: string) => boolean {
  const entries = statement.resource?.name === 'Resource' ? statement.resource.entries : [];
  const arns = entries.map((entry) => /^arn:[^:]*:([\w-]+):/.exec(literalOf(entry) ?? ''));
  if (arns.length === 0 || arns.length > mostResources || arns.includes(null)) return () => true;
  const possible = new Set<string>();
  const services = new Set<string>();
  for (const match of arns) {
    const service = match?.[1] ?? '';
    services.add(service);
    for (const { name } of arnResourceTypes(match?.input ?? '', service, catalog))
      possible.add(`${service}:${name}`);
  }
  return (prefix, type) => !services.has(prefix) || possible.has(`${prefix}:${type}`);
}
