import type { ActionNote, Catalog, CatalogSource } from './catalog.ts';
import { openBlocks } from './catalogBlocks.ts';
import * as tables from './catalogTables.ts';
import { extendCatalog } from './extendCatalog.ts';
import { lazy } from './lazy.ts';

/**
 * The catalog held by a source written by `npm run catalog`. Reads the index at once and every other block
 * when it is first asked for; all but the managed policy documents are kept.
 * Throws an `Error` that says so when the source holds no catalog.
 */
export function openCatalog(source: CatalogSource): Catalog {
  const { index, services, table, document } = openBlocks(source);
  const globalKeys = lazy(() => ({
    byName: new Map(table('globalKeys').map((row) => [row.key.toLowerCase(), tables.globalKey(row)])),
  }));
  const servicePrincipals = lazy(() => table('servicePrincipals').map(tables.servicePrincipal));
  const serviceLinkedRoles = lazy(() => table('serviceLinkedRoles').map(tables.serviceLinkedRole));
  const oidcProviders = lazy(() => table('oidcProviders').map(tables.oidcProvider));
  const regions = lazy(() => table('regions'));
  const rcpServices = lazy(() => new Set(table('rcpServices')));
  const meantActions = lazy(() => new Map(Object.entries(table('meantActions'))));
  const meantPrefixes = lazy(() => new Map(Object.entries(table('meantPrefixes'))));
  const notes = lazy(() => notesByAction(table('actionNotes')));
  const escalationPaths = lazy(() => table('escalationPaths').map(tables.escalationPath));
  const sensitiveActions = lazy(() => table('sensitiveActions'));
  const passedRoles = lazy(() => table('passedRoles'));
  const managedPolicies = lazy(() => table('managedPolicies').map(tables.managedPolicy));
  const documented: Catalog = {
    date: index.date,
    managedPoliciesDate: index.managedPoliciesDate,
    counts: index.counts,
    services: [...services.values()].map((entry) => entry.summary),
    conditionKeyHomes: new Map(Object.entries(index.conditionKeyHomes)),
    service: (prefix) => services.get(prefix.toLowerCase())?.service(),
    descriptions: (prefix) => services.get(prefix.toLowerCase())?.descriptions(),
    get globalKeys() {
      return globalKeys();
    },
    get servicePrincipals() {
      return servicePrincipals();
    },
    get serviceLinkedRoles() {
      return serviceLinkedRoles();
    },
    get oidcProviders() {
      return oidcProviders();
    },
    get regions() {
      return regions().regions;
    },
    get partitions() {
      return regions().partitions;
    },
    get rcpServices() {
      return rcpServices();
    },
    meantAction(name) {
      const row = meantActions().get(name.toLowerCase());
      return row && tables.meantAction(row);
    },
    meantPrefix: (prefix) => meantPrefixes().get(prefix.toLowerCase()),
    actionNotes: (action) => notes().get(action.toLowerCase()) ?? [],
    get escalationPaths() {
      return escalationPaths();
    },
    get sensitiveActions() {
      return sensitiveActions();
    },
    get passedRoles() {
      return passedRoles();
    },
    get managedPolicies() {
      return managedPolicies();
    },
    managedPolicyDocument: document,
  };
  return extendCatalog(documented, index.unlisted);
}

function notesByAction(
  table: tables.CatalogTables['actionNotes'],
): ReadonlyMap<string, readonly ActionNote[]> {
  const notes = table.notes.map(tables.actionNote);
  return new Map(
    Object.entries(table.actions).map(([action, positions]) => [
      action,
      positions.flatMap((position) => notes[position] ?? []),
    ]),
  );
}
