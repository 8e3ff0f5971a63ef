import type { PlanTarget, RolePlan, Step } from './plan.ts';

/**
 * The plan of a single command. `existing` are the ARNs of the roles and instance profiles that the steps name but do
 * not create.
 */
export function stepPlan(
  steps: readonly [Step, ...Step[]],
  target: PlanTarget,
  existing: readonly string[],
): RolePlan {
  return { title: steps[0].kind, target, steps, existing };
}
