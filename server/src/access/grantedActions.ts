import type { Action, Catalog } from '../catalog/catalog.ts';
import type { PolicyDocument, Statement } from '../policy/model.ts';
import { literalOf } from '../syntax/node.ts';
import { actionsOf, deniesAlways } from './allowedActions.ts';
import { expandAction } from './expandAction.ts';

/**
 * The catalog's actions that policies allow together on some resource under some condition, each with the statements
 * that allow it. Statements that deny on every resource and without a condition take away what they deny.
 */
export function grantedActions(
  policies: readonly PolicyDocument[],
  catalog: Catalog,
): ReadonlyMap<Action, readonly Statement[]> {
  const statements = policies.flatMap((policy) => policy.statements);
  const granted = new Map<Action, Statement[]>();
  for (const statement of statements) {
    if (statement.effect?.allows !== 'Allow') continue;
    for (const action of actionsOf(statement, catalog)) {
      const allowing = granted.get(action);
      if (allowing === undefined) granted.set(action, [statement]);
      else allowing.push(statement);
    }
  }
  for (const statement of statements.filter(deniesAlways))
    for (const action of actionsOf(statement, catalog)) granted.delete(action);
  return granted;
}

/** Statements that deny on some resources only, or under conditions. */
export function partialDenials(policies: readonly PolicyDocument[]): readonly Statement[] {
  return policies
    .flatMap(({ statements }) => statements)
    .filter((statement) => statement.effect?.allows === 'Deny' && !deniesAlways(statement));
}

/** What Allow statements name that matches no action of the catalog, each once. */
export function unknownActions(policies: readonly PolicyDocument[], catalog: Catalog): readonly string[] {
  const written = policies
    .flatMap(({ statements }) => statements)
    .filter(({ effect, action }) => effect?.allows === 'Allow' && action?.name === 'Action')
    .flatMap(({ action }) => action?.entries.flatMap((entry) => literalOf(entry) ?? []) ?? []);
  return [...new Set(written)].filter((text) => expandAction(catalog, text).length === 0);
}
