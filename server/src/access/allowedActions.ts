import type { Action, Catalog } from '../catalog/catalog.ts';
import type { PolicyDocument, Statement } from '../policy/model.ts';
import { literalOf } from '../syntax/node.ts';
import { expandAction } from './expandAction.ts';

/**
 * How many of the catalog's actions a policy allows on some resource under some condition. A statement that
 * denies takes away what it denies on every resource and without a condition.
 */
export function countAllowedActions(policy: PolicyDocument, catalog: Catalog): number {
  const { statements } = policy;
  const everything = statements.some((one) => one.effect?.allows === 'Allow' && allowsEverything(one));
  if (everything && !statements.some(deniesAlways)) return catalog.counts.actions;
  return allowedActions(statements, catalog).size;
}

/** The catalog's actions that statements, of one policy or of several, allow on some resource under some condition. */
export function allowedActions(statements: readonly Statement[], catalog: Catalog): ReadonlySet<Action> {
  const allowing = statements.filter(({ effect }) => effect?.allows === 'Allow');
  const denying = statements.filter(deniesAlways);
  const allowed = new Set<Action>();
  for (const statement of allowing) for (const action of actionsOf(statement, catalog)) allowed.add(action);
  for (const statement of denying) for (const action of actionsOf(statement, catalog)) allowed.delete(action);
  return allowed;
}

function allowsEverything({ action }: Statement): boolean {
  return action?.name === 'Action' && action.entries.some((entry) => literalOf(entry) === '*');
}

/** Whether it takes away what it denies on every resource and without a condition. */
export function deniesAlways({ effect, resource, condition }: Statement): boolean {
  const everywhere = resource === undefined || resource.entries.some((entry) => literalOf(entry) === '*');
  return (
    effect?.allows === 'Deny' && condition === undefined && everywhere && resource?.name !== 'NotResource'
  );
}

/** The catalog's actions a statement speaks of. */
export function actionsOf({ action }: Statement, catalog: Catalog): readonly Action[] {
  if (action === undefined) return [];
  const named = action.entries.flatMap((entry) => expandAction(catalog, literalOf(entry) ?? ''));
  if (action.name === 'Action') return named;
  const excluded = new Set(named);
  return expandAction(catalog, '*').filter((one) => !excluded.has(one));
}
