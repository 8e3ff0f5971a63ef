import { expandAction } from '../../access/expandAction.ts';
import { typePatterns, typesOf } from '../../access/reachesEvery.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { parseActionName } from '../../policy/actionName.ts';
import { parseArn } from '../../policy/arn.ts';
import type { Statement } from '../../policy/model.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { literalOf, type Node, type StringNode } from '../../syntax/node.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import type { Refactoring } from './refactorItem.ts';
import { isWhole, selectedStatement } from './selected.ts';
import { copyStatement } from './statementCopies.ts';

/**
 * Makes a statement for each service whose actions are in one statement. Each keeps the resources that its actions
 * can be used on.
 */
export const splitByService: Refactoring = {
  kind: 'refactor.rewrite.iamRoles.splitByService',
  find(selection, { catalog }) {
    const statement = selectedStatement(selection);
    const groups = statement && actionsByService(statement);
    if (statement === undefined || groups === undefined || groups.size < 2 || !isWhole(selection)) return [];
    const copies = [...groups].map(([prefix, own]) => {
      const gone = [
        ...(statement.action?.entries ?? []).filter((node) => !own.includes(node)),
        ...foreignResources(statement, prefix, own, catalog),
      ];
      return { sidSuffix: sidOf(prefix), edits: gone.map((node): TreeEdit => ({ edit: 'remove', node })) };
    });
    const edits = copyStatement(selection, statement, copies);
    return edits === undefined ? [] : [{ title: `Split into ${groups.size} statements by service`, edits }];
  },
};

/** Undefined for `NotAction`, as what it leaves out it leaves out of every service, and for entries not known. */
function actionsByService({ action }: Statement): ReadonlyMap<string, readonly StringNode[]> | undefined {
  const list = action?.value;
  if (action?.name !== 'Action' || list?.kind !== 'array') return undefined;
  const groups = new Map<string, StringNode[]>();
  for (const node of list.items) {
    const text = literalOf(node);
    if (text === undefined || node.kind !== 'string') return undefined;
    const prefix = parseActionName(text)?.prefix.toLowerCase() ?? text;
    const group = groups.get(prefix) ?? [];
    groups.set(prefix, group);
    group.push(node);
  }
  return groups;
}

/** Resources of other services, which no action of this one takes. None where all would go, or one is not known. */
function foreignResources(
  { resource }: Statement,
  prefix: string,
  entries: readonly StringNode[],
  catalog: Catalog,
): readonly Node[] {
  const list = resource?.value;
  if (resource?.name !== 'Resource' || list?.kind !== 'array') return [];
  const services = servicesTaken(prefix, entries, catalog);
  if (services === undefined) return [];
  const foreign = list.items.filter((node) => {
    const service = parseArn(literalOf(node) ?? '')?.service.toLowerCase();
    return service !== undefined && !/[*?$]/.test(service) && !services.has(service);
  });
  return foreign.length === list.items.length ? [] : foreign;
}

/** The services in ARNs of the resources that actions take, in lower case. */
function servicesTaken(
  prefix: string,
  entries: readonly StringNode[],
  catalog: Catalog,
): ReadonlySet<string> | undefined {
  if (hasWildcard(prefix)) return undefined;
  const services = new Set([prefix]);
  for (const node of entries) {
    const actions = expandAction(catalog, literalOf(node) ?? '');
    if (actions.length === 0) return undefined;
    for (const action of actions) {
      if (action.added) return undefined;
      for (const type of typesOf(action, catalog))
        for (const { service } of typePatterns(type)) services.add(service.toLowerCase());
    }
  }
  return services;
}

/** `ExecuteApi` for `execute-api`: Sids hold letters and digits only. */
function sidOf(prefix: string): string {
  if (hasWildcard(prefix)) return 'All';
  return prefix
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}
