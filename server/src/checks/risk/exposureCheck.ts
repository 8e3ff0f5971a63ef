import type { SensitiveGroup } from '../../catalog/catalog.ts';
import type { CheckDescription } from '../check.ts';
import { type CheckOf, defineCheck } from '../defineCheck.ts';
import { entriesOf, listed } from './riskyGrants.ts';
import { sensitiveGrants } from './sensitiveGrants.ts';

const mostShown = 3;

interface Exposure extends Omit<CheckDescription, 'types'> {
  readonly group: SensitiveGroup;
  /** The end of the sentence "The statement …". */
  readonly gives: string;
}

/** A check of what a statement allows of a group of actions on every resource. */
export function exposureCheck({ group, gives, ...description }: Exposure): CheckOf<'statement'> {
  return defineCheck({
    ...description,
    types: ['identity', 'session'],
    element: 'statement',
    check(statement, { catalog, report }) {
      const all = sensitiveGrants(statement, catalog);
      if (all.length === 0) return;
      const grants = all.filter((grant) => grant.group === group);
      const [node, ...related] = entriesOf(grants);
      if (node === undefined) return;
      const actions = listed(
        grants.map(({ action }) => action),
        mostShown,
      );
      report({
        node,
        related,
        message: `The statement allows ${actions} on every resource and so ${gives}; name the resources that are needed.`,
      });
    },
  });
}
