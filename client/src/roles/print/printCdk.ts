import type { RolePlan } from '../plan.ts';

export function printCdk(plan: RolePlan): string {
  return plan.title;
}
