import type { SensitiveGroup } from '../../server/src/catalog/catalog.ts';
import type { CatalogTables } from '../../server/src/catalog/catalogTables.ts';
import { readData } from './readData.mts';

type RiskTables = Pick<CatalogTables, 'escalationPaths' | 'sensitiveActions' | 'passedRoles'>;

/** The tables of what a policy puts at risk, without actions that AWS no longer has and paths through these. */
export function riskTables(isAction: (name: string) => boolean): RiskTables {
  const { paths } = readData<{ paths: CatalogTables['escalationPaths'] }>('privilegeEscalation');
  const groups = readData<Record<SensitiveGroup, Record<string, readonly string[]>>>('sensitiveActions');
  const { alwaysNamed, passedTo } = readData<CatalogTables['passedRoles']>('passedRoles');
  const named = (group: SensitiveGroup) =>
    Object.entries(groups[group])
      .flatMap(([prefix, names]) => names.map((name) => `${prefix}:${name}`))
      .filter(isAction);
  return {
    escalationPaths: paths.filter(({ every = [], some = [], same = [] }) =>
      [...every, ...some, ...same].every(isAction),
    ),
    sensitiveActions: { credentials: named('credentials'), data: named('data'), exposure: named('exposure') },
    passedRoles: { alwaysNamed: alwaysNamed.filter(isAction), passedTo },
  };
}
