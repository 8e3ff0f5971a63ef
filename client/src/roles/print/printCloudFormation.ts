import type { RolePlan } from '../plan.ts';

export function printCloudFormation(plan: RolePlan): string {
  return plan.title;
}
