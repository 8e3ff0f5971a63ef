import type { RolePlan, Step } from '../plan.ts';

export function printCli(plan: RolePlan): string {
  return plan.title;
}

/** The script of what is still to be done, such as after a failure. */
export function remainingCli(plan: RolePlan, remaining: readonly Step[]): string {
  return printCli({ ...plan, steps: remaining });
}
