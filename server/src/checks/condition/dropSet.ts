import type { ConditionOperator } from '../../policy/conditionOperator.ts';
import type { CheckedCondition, Fix } from '../check.ts';
import { changeCondition, operatorText } from '../conditionFixes.ts';
import { fixWith } from '../listFixes.ts';

/** A fix that tests a condition without the set operator. */
export function dropSet(condition: CheckedCondition, operator: ConditionOperator, safe: boolean): Fix[] {
  const text = operatorText({ ...operator, set: undefined });
  return fixWith(
    `Change to ${text}`,
    changeCondition(condition.statement, condition, { operator: text }),
    safe,
  );
}
