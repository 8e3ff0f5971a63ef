import { nameOfArn } from './arn.ts';
import type { LiveRole } from './liveRole.ts';
import type { PlanTarget, RolePlan, Step } from './plan.ts';
import { isServiceLinked } from './steps/onRole.ts';

/** Takes off all that hangs on the role, then deletes it; its instance profiles go with it, as each holds one role. */
export function deleteRolePlan(live: LiveRole, target: PlanTarget): RolePlan {
  const { role, instanceProfiles } = live;
  const steps: readonly Step[] = isServiceLinked(role)
    ? [{ kind: 'deleteServiceLinkedRole', roleName: role.name }]
    : [...takenOff(live), { kind: 'deleteRole', roleName: role.name }];
  const existing = [role.arn, ...instanceProfiles.map(({ arn }) => arn)];
  return { title: `Delete role ${role.name}`, target, steps, existing };
}

function takenOff(live: LiveRole): readonly Step[] {
  const roleName = live.role.name;
  return [
    ...(live.associations ?? []).map(
      ({ instanceId, instanceProfileArn }): Step => ({
        kind: 'disassociateIamInstanceProfile',
        instanceId,
        instanceProfileName: nameOfArn(instanceProfileArn),
      }),
    ),
    ...live.instanceProfiles.flatMap(({ name: instanceProfileName }): readonly Step[] => [
      { kind: 'removeRoleFromInstanceProfile', instanceProfileName, roleName },
      { kind: 'deleteInstanceProfile', instanceProfileName },
    ]),
    ...live.inlinePolicies.map(
      ({ name: policyName }): Step => ({ kind: 'deleteRolePolicy', roleName, policyName }),
    ),
    ...live.attachedPolicies.map(
      ({ arn: policyArn }): Step => ({ kind: 'detachRolePolicy', roleName, policyArn }),
    ),
  ];
}
