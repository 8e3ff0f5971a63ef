import type { PermissionPolicy } from './permission.ts';
import type { RolePlan } from './plan.ts';

/** The policy that allows exactly what inspecting and applying the plan asks of AWS. */
export function requiredPermissions(plan: RolePlan): PermissionPolicy {
  void plan;
  return { Version: '2012-10-17', Statement: [] };
}
