import type { Catalog } from '../../catalog/catalog.ts';
import type { Statement } from '../../policy/model.ts';
import { openPaths } from './openPaths.ts';
import { riskyGrants } from './riskyGrants.ts';
import { isSelfEscalation } from './selfEscalation.ts';
import { sensitiveGrants } from './sensitiveGrants.ts';

/** The actions of a statement, `prefix:Name`, whose want of a resource a more telling RISK_ check reports. */
export function reportedActions(statement: Statement, catalog: Catalog): readonly string[] {
  const { policy } = statement;
  const risky = riskyGrants(policy, catalog).byStatement.get(statement);
  if (risky === undefined) return [];
  const raising = risky.filter((grant) => isSelfEscalation(grant, catalog));
  const inPaths = openPaths(policy, catalog)
    .flatMap(({ grants }) => grants)
    .filter((grant) => grant.statement === statement);
  return [...sensitiveGrants(statement, catalog), ...raising, ...inPaths].map(({ action }) => action);
}
