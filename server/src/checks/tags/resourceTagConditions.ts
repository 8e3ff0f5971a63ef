import type { Effect, OperatorBlock, Statement } from '../../policy/model.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import { identityTypes } from '../check.ts';

/** Policy types the four checks of this folder apply to. */
export const tagTypes = [...identityTypes, 'resource', 'scp'] as const;

/** A condition that an action which sends no tags of its resource never meets. */
export interface TagCondition {
  readonly key: StringNode;
  readonly name: string;
}

/**
 * The conditions on `aws:ResourceTag` of a statement with this effect and element that fail where the key is
 * absent: not negated operators, IfExists, ForAllValues and Null.
 */
export function resourceTagConditions(
  { effect, action, condition }: Statement,
  allows: Effect,
  element: 'Action' | 'NotAction',
): readonly TagCondition[] {
  if (condition === undefined || effect?.allows !== allows || action?.name !== element) return [];
  return condition.operators.filter(needsKey).flatMap(({ conditions }) =>
    conditions.flatMap(({ key }) => {
      const name = literalOf(key) ?? '';
      return /^aws:resourcetag\/./i.test(name) ? [{ key, name }] : [];
    }),
  );
}

function needsKey({ operator }: OperatorBlock): boolean {
  return (
    operator !== undefined &&
    operator.family !== 'Null' &&
    operator.set !== 'ForAllValues' &&
    !operator.negated &&
    !operator.ifExists
  );
}
