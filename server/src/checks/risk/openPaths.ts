import { type ArnPattern, anything } from '../../access/arnPattern.ts';
import { narrowsAllow } from '../../access/narrowsReach.ts';
import { fixedResources } from '../../access/reachesEvery.ts';
import { actionsOfPath } from '../../access/watchLists.ts';
import type { Catalog, EscalationPath } from '../../catalog/catalog.ts';
import { rememberWithin } from '../../catalog/remember.ts';
import { parseActionName } from '../../policy/actionName.ts';
import type { ConditionEntry, PolicyDocument } from '../../policy/model.ts';
import { matchesPattern, patternsOverlap } from '../../policy/wildcard.ts';
import { literalOf } from '../../syntax/node.ts';
import { type Grant, isUnlimited, isUsable, passRole, riskyGrants } from './riskyGrants.ts';
import { isSelfEscalation } from './selfEscalation.ts';

/** A path that a policy leaves open, with what allows each of its actions; the first is one of those to limit. */
export interface OpenPath {
  readonly path: EscalationPath;
  readonly grants: readonly Grant[];
}

const passedToService = 'iam:passedtoservice';
const narrower = new WeakMap<Catalog, ReadonlyMap<EscalationPath, readonly EscalationPath[]>>();

/**
 * The escalation paths whose actions a policy allows, wherever they stand in it, once for each statement that is to be
 * limited. Left out is what a shorter path of them does already, and what RISK_SELF_ESCALATION reports.
 */
export function openPaths(policy: PolicyDocument, catalog: Catalog): readonly OpenPath[] {
  return found(catalog, policy);
}

const found = rememberWithin((policy: PolicyDocument) => policy, findOpenPaths);

function findOpenPaths(catalog: Catalog, policy: PolicyDocument): readonly OpenPath[] {
  const { byAction } = riskyGrants(policy, catalog);
  if (byAction.size === 0) return [];
  const open = new Map<EscalationPath, readonly OpenPath[]>();
  for (const path of catalog.escalationPaths) {
    const ways = grantsOfPath(path, byAction, catalog);
    if (ways.length > 0)
      open.set(
        path,
        ways.map((grants) => ({ path, grants })),
      );
  }
  if (open.size === 0) return [];
  const parts = narrowerPaths(catalog);
  return [...open.values()]
    .flat()
    .filter(
      ({ path, grants: [first] }) =>
        !parts.get(path)?.some((part) => open.has(part)) &&
        !(path.gain === 'self' && first !== undefined && isSelfEscalation(first, catalog)),
    );
}

/** What allows the actions of a path, once for each grant of the first of them. */
function grantsOfPath(
  { every, some, same }: EscalationPath,
  byAction: ReadonlyMap<string, readonly Grant[]>,
  catalog: Catalog,
): readonly (readonly Grant[])[] {
  if (!hasAll(byAction, every) || !hasAll(byAction, same) || !hasAll(byAction, some)) return [];
  const services = some.flatMap(
    (action) => catalog.passedRoles.passedTo[parseActionName(action)?.prefix ?? ''] ?? [],
  );
  const isPassable = (grant: Grant) =>
    isUnlimited(grant, catalog, passedToService) && passesToOneOf(services, grant);
  const grantsOf = (action: string, test: (grant: Grant) => boolean) =>
    byAction.get(action)?.filter(test) ?? [];
  const usable = (action: string) => grantsOf(action, (grant) => isUsable(grant, catalog));
  const lists = [
    ...every.map((action) =>
      grantsOf(action, action === passRole ? isPassable : (grant) => isUnlimited(grant, catalog)),
    ),
    ...onOneResource(
      same.map((action) => usable(action).filter(isUnconditional)),
      catalog,
    ),
    ...some.map(usable),
  ];
  const [limited = [], ...others] = lists;
  const rest = others.flatMap(([first]) => first ?? []);
  return rest.length < others.length ? [] : limited.map((grant) => [grant, ...rest]);
}

/** For each of more than a hundred paths of each policy, so that it makes nothing. */
function hasAll(byAction: ReadonlyMap<string, unknown>, actions: readonly string[]): boolean {
  for (const action of actions) if (!byAction.has(action)) return false;
  return true;
}

/** Whether a condition on the service that a role may be passed to lets one of these have it. */
function passesToOneOf(services: readonly string[], { statement }: Grant): boolean {
  const conditions = statement.condition?.operators.flatMap((block) => block.conditions) ?? [];
  return conditions
    .filter(({ key }) => literalOf(key)?.toLowerCase() === passedToService)
    .every((entry) => services.some((service) => lets(entry, service)));
}

function lets({ block: { operator }, values }: ConditionEntry, service: string): boolean {
  if (operator?.family !== 'String') return true;
  const matches = values.some((value) => matchesPattern(service, literalOf(value) ?? ''));
  return matches !== operator.negated;
}

/** Whether no condition limits what is done to a resource, such as one on the policy to attach. */
function isUnconditional({ statement }: Grant): boolean {
  return !narrowsAllow(statement.condition);
}

/** The grants of two lists that have a resource in common with one of the other list. */
function onOneResource(
  lists: readonly (readonly Grant[])[],
  catalog: Catalog,
): readonly (readonly Grant[])[] {
  return lists.map((list) =>
    list.filter((one) =>
      lists.some(
        (others) => others !== list && others.some((other) => haveCommonResource(one, other, catalog)),
      ),
    ),
  );
}

function haveCommonResource(one: Grant, other: Grant, catalog: Catalog): boolean {
  const others = writtenResources(other, catalog);
  return writtenResources(one, catalog).some((left) =>
    others.some(
      (right) =>
        patternsOverlap(left.service, right.service) && patternsOverlap(left.resource, right.resource),
    ),
  );
}

/** A user of the caller's own name is no resource to reach. */
function writtenResources({ statement }: Grant, catalog: Catalog): readonly ArnPattern[] {
  if (statement.resource?.name === 'NotResource') return [anything];
  return fixedResources(statement, catalog);
}

/** For each path those whose actions are a part of its own. */
function narrowerPaths(catalog: Catalog): ReadonlyMap<EscalationPath, readonly EscalationPath[]> {
  let parts = narrower.get(catalog);
  if (parts === undefined) {
    const paths = catalog.escalationPaths.map((path) => ({ path, actions: new Set(actionsOfPath(path)) }));
    parts = new Map(
      paths.map(({ path, actions }) => [
        path,
        paths
          .filter(
            (other) =>
              other.actions.size < actions.size && [...other.actions].every((action) => actions.has(action)),
          )
          .map((other) => other.path),
      ]),
    );
    narrower.set(catalog, parts);
  }
  return parts;
}
