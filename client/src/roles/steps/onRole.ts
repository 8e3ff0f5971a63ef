import type { Role } from '../awsApi.ts';
import { blocked, pending, type StepState } from '../stepState.ts';
import type { Situation } from './stepRules.ts';

export function isServiceLinked(role: Pick<Role, 'path'>): boolean {
  return role.path.startsWith('/aws-service-role/');
}

/** The state of a step that changes a role: of `inspect` where there is one that may be changed. */
export async function inspectOnRole(
  { api, plan }: Situation,
  roleName: string,
  inspect: (role: Role) => StepState | Promise<StepState>,
): Promise<StepState> {
  const role = await api.getRole(roleName);
  if (role === undefined) {
    const made = plan.steps.some((step) => step.kind === 'createRole' && step.name === roleName);
    return made ? pending : blocked(noRole(roleName, plan.target.account));
  }
  if (isServiceLinked(role))
    return blocked(
      `${roleName} is a service-linked role, which only its AWS service may change; choose another role.`,
    );
  return inspect(role);
}

function noRole(roleName: string, account: string): string {
  return `There is no role ${roleName} in account ${account}; check the name and the profile, or create the role first.`;
}
