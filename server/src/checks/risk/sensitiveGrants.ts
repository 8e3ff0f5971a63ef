import { takesResource } from '../../access/takesResource.ts';
import { actionsOfPath } from '../../access/watchLists.ts';
import type { Catalog, SensitiveGroup } from '../../catalog/catalog.ts';
import { rememberWithin } from '../../catalog/remember.ts';
import type { Statement } from '../../policy/model.ts';
import { actionOf, type Grant, isSweeping, isUnlimited, riskyGrants } from './riskyGrants.ts';

export interface SensitiveGrant extends Grant {
  readonly group: SensitiveGroup;
}

const groups = new WeakMap<Catalog, ReadonlyMap<string, SensitiveGroup>>();
const none: readonly SensitiveGrant[] = [];

/** The sensitive actions a statement allows on every resource, but by a pattern for all actions of a service. */
export function sensitiveGrants(statement: Statement, catalog: Catalog): readonly SensitiveGrant[] {
  // Most statements allow nothing risky, which is quicker told than remembered.
  return riskyGrants(statement.policy, catalog).byStatement.has(statement) ? found(catalog, statement) : none;
}

const policyOf = ({ policy }: Statement): unknown => policy;
const found = rememberWithin(
  policyOf,
  (catalog: Catalog, statement: Statement): readonly SensitiveGrant[] => {
    const ofActions = groupsOfActions(catalog);
    const risky = riskyGrants(statement.policy, catalog).byStatement.get(statement) ?? none;
    return risky.flatMap((grant) => {
      const group = ofActions.get(grant.action);
      return group === undefined ||
        isSweeping(grant) ||
        !canBeLimited(grant.action, catalog) ||
        !isUnlimited(grant, catalog)
        ? none
        : { ...grant, group };
    });
  },
);

/** Without what alone is a way of privilege escalation. */
function groupsOfActions(catalog: Catalog): ReadonlyMap<string, SensitiveGroup> {
  let ofActions = groups.get(catalog);
  if (ofActions === undefined) {
    const escalating = new Set(
      catalog.escalationPaths.map(actionsOfPath).flatMap((actions) => (actions.length === 1 ? actions : [])),
    );
    // An action of two groups counts as the last.
    const rows = (['exposure', 'data', 'credentials'] as const).flatMap((group) =>
      catalog.sensitiveActions[group].map((action) => [action, group] as const),
    );
    ofActions = new Map(rows.filter(([action]) => !escalating.has(action)));
    groups.set(catalog, ofActions);
  }
  return ofActions;
}

/** Whether it takes a resource that could be named. Reads its service, so it is asked of what a policy allows only. */
function canBeLimited(action: string, catalog: Catalog): boolean {
  const known = actionOf(action, catalog);
  return known !== undefined && takesResource(known);
}
