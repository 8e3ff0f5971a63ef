import type { CatalogIndex } from '../../server/src/catalog/catalogFormat.ts';
import type { CatalogTables } from '../../server/src/catalog/catalogTables.ts';
import type { IamData, IamService } from './iamData.mts';
import type { ManagedPolicies } from './managedPolicies.mts';
import { readData } from './readData.mts';
import { riskTables } from './riskTables.mts';

export type DependentActions = Readonly<Record<string, readonly string[]>>;

/**
 * The catalog's tables, from the project's own data under `data/`. References to actions, prefixes and
 * managed policies that AWS no longer has are left out, and nothing real is given another meaning.
 * `documentLengths` are those of the managed policies' documents, in order.
 */
export function buildTables(
  iamData: IamData,
  managed: ManagedPolicies,
  documentLengths: readonly number[],
): CatalogTables {
  const actionNames = allActions(iamData.services);
  const prefixes = new Set(iamData.services.map((service) => service.prefix));
  const arns = new Set(managed.policies.map((policy) => policy.arn));
  const isAction = (name: string) => actionNames.has(name.toLowerCase());
  const { keys, crossServiceKeys, deprecatedKeys } =
    readData<Record<'keys' | 'crossServiceKeys' | 'deprecatedKeys', CatalogTables['globalKeys']>>(
      'globalConditionKeys',
    );
  const { principals } = readData<{ principals: CatalogTables['servicePrincipals'] }>('servicePrincipals');
  const { regions, partitions } = readData<CatalogTables['regions']>('regions');
  const { prefixes: meantPrefixes } = readData<{ prefixes: Record<string, string> }>('meantPrefixes');
  return {
    globalKeys: [...keys, ...crossServiceKeys, ...deprecatedKeys],
    servicePrincipals: principals.map((row) => ({
      ...row,
      ...(row.suggestedManagedPolicies && {
        suggestedManagedPolicies: row.suggestedManagedPolicies.filter((arn) => arns.has(arn)),
      }),
    })),
    serviceLinkedRoles: readData<{ roles: CatalogTables['serviceLinkedRoles'] }>('serviceLinkedRoles').roles,
    oidcProviders: readData<{ providers: CatalogTables['oidcProviders'] }>('oidcProviders').providers,
    regions: { partitions, regions },
    rcpServices: iamData.rcpServices,
    meantActions: meantActions(isAction),
    meantPrefixes: Object.fromEntries(
      Object.entries(meantPrefixes).filter(([word, meant]) => !prefixes.has(word) && prefixes.has(meant)),
    ),
    actionNotes: actionNotes(isAction),
    ...riskTables(isAction),
    managedPolicies: managed.policies.map(({ name, arn, version }, position) => [
      name,
      arn.slice('arn:aws:iam::aws:policy/'.length, arn.length - name.length),
      version,
      documentLengths[position] ?? 0,
    ]),
  };
}

/** Names IAM accepts though AWS's documentation does not list them, without those it lists by now. */
export function readUnlistedNames(services: readonly IamService[]): CatalogIndex['unlisted'] {
  const actionNames = allActions(services);
  const names =
    readData<Record<'services' | 'actions' | 'conditionKeys', readonly string[]>>('unlistedNames');
  return {
    additionalServices: names.services.filter(
      (prefix) => !services.some((service) => service.prefix === prefix),
    ),
    additionalActions: names.actions.filter((name) => !actionNames.has(name.toLowerCase())),
    additionalConditionKeys: names.conditionKeys,
  };
}

/** Of the actions that exist, further actions that exist: `prefix:Name` to `prefix:Name`s. */
export function readDependentActions(services: readonly IamService[]): DependentActions {
  const actionNames = allActions(services);
  const { dependentActions } = readData<{ dependentActions: DependentActions }>('dependentActions');
  return Object.fromEntries(
    Object.entries(dependentActions).map(([action, further]) => [
      action,
      further.filter((name) => actionNames.has(name.toLowerCase())),
    ]),
  );
}

/** Key prefixes that are no service's own, to the services that list them; a service that lists a namesake too. */
export function conditionKeyHomes(
  services: readonly IamService[],
): Readonly<Record<string, readonly string[]>> {
  const homes = new Map<string, Set<string>>();
  for (const service of services) {
    for (const { key } of service.conditionKeys) {
      const prefix = key.slice(0, key.indexOf(':')).toLowerCase();
      if (prefix === service.prefix || prefix === 'aws' || prefix.includes('.')) continue;
      homes.set(prefix, (homes.get(prefix) ?? new Set()).add(service.prefix));
    }
  }
  return Object.fromEntries([...homes].sort().map(([prefix, found]) => [prefix, [...found]]));
}

function meantActions(isAction: (name: string) => boolean): CatalogTables['meantActions'] {
  type Rows = Record<string, CatalogTables['meantActions'][string] & { readonly confidence: string }>;
  const { operations, slips } = readData<{ operations: Rows; slips: Rows }>('meantActions');
  const rows: Record<string, CatalogTables['meantActions'][string]> = {};
  for (const [name, { confidence: _, ...row }] of [...Object.entries(slips), ...Object.entries(operations)]) {
    const actions = row.actions.filter(isAction);
    if (isAction(name) || actions.length === 0) continue;
    const conditionalActions = (row.conditionalActions ?? []).filter(isAction);
    rows[name.toLowerCase()] = {
      ...row,
      actions,
      ...(conditionalActions.length > 0 && { conditionalActions }),
    };
  }
  return rows;
}

function actionNotes(isAction: (name: string) => boolean): CatalogTables['actionNotes'] {
  type Row = CatalogTables['actionNotes']['notes'][number];
  const data = readData<{
    notes: readonly (Row & { readonly id: string; readonly actions: readonly string[] })[];
    noPermission: Record<string, string>;
  }>('actionNotes');
  const notes: Row[] = [];
  const actions: Record<string, number[]> = {};
  const add = (row: Row, names: readonly string[]) => {
    const position = notes.push(row) - 1;
    for (const name of names.filter(isAction).map((name) => name.toLowerCase())) {
      actions[name] = [...(actions[name] ?? []), position];
    }
  };
  for (const { id: _, actions: names, ...row } of data.notes) add(row, names);
  for (const [name, problem] of Object.entries(data.noPermission))
    add({ problem, confidence: 'medium' }, [name]);
  return { notes, actions };
}

function allActions(services: readonly IamService[]): ReadonlySet<string> {
  return new Set(
    services.flatMap(({ prefix, actions }) => actions.map(({ name }) => `${prefix}:${name}`.toLowerCase())),
  );
}
