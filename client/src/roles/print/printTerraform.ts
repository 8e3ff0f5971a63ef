import type { RolePlan } from '../plan.ts';

export function printTerraform(plan: RolePlan): string {
  return plan.title;
}
