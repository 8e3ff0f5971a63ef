import { describeStep } from './describeStep.ts';
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
  const others = steps.length - 1;
  const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'step' : 'steps'}`;
  return { title: describeStep(steps[0]) + more, target, steps, existing };
}
