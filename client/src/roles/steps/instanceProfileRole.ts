import { instanceProfileArn, roleArn } from '../arn.ts';
import { type Patience, patiently, propagationTime } from '../patience.ts';
import { blocked, equal, pending, type StepState } from '../stepState.ts';
import { inspectOnRole } from './onRole.ts';
import { passRoleToEc2 } from './passRole.ts';
import type { Situation, StepRules } from './stepRules.ts';

/** The state of a step that needs the instance profile; undefined where it is there. */
export async function withoutProfile(name: string, { api, plan }: Situation): Promise<StepState | undefined> {
  if ((await api.getInstanceProfile(name)) !== undefined) return undefined;
  if (plan.steps.some((step) => step.kind === 'createInstanceProfile' && step.name === name)) return pending;
  return blocked(
    `There is no instance profile ${name} in account ${plan.target.account}; check the name and the profile, or create it first.`,
  );
}

const unknownParts: readonly Patience[] = [
  {
    codes: ['NoSuchEntity'],
    message: /The role with name/,
    milliseconds: propagationTime,
    what: 'the role to be known everywhere',
  },
  {
    codes: ['InvalidParameterValue'],
    message: /Invalid IAM Instance Profile name/,
    milliseconds: propagationTime,
    what: 'the instance profile to be known everywhere',
  },
];

export const addRoleToInstanceProfile: StepRules<'addRoleToInstanceProfile'> = {
  describe: ({ roleName, instanceProfileName }) =>
    `Add role ${roleName} to instance profile ${instanceProfileName}`,

  permissions({ roleName, instanceProfileName }, plan) {
    const resource = instanceProfileArn(instanceProfileName, plan);
    return [
      { action: 'iam:GetRole', resource: roleArn(roleName, plan) },
      { action: 'iam:GetInstanceProfile', resource },
      { action: 'iam:AddRoleToInstanceProfile', resource },
      passRoleToEc2(roleName, plan),
    ];
  },

  inspect({ roleName, instanceProfileName }, situation) {
    return inspectOnRole(situation, roleName, async () => {
      const without = await withoutProfile(instanceProfileName, situation);
      if (without !== undefined) return without;
      const holds = (await situation.api.getInstanceProfile(instanceProfileName))?.roleName;
      if (holds === roleName) return equal;
      const isRemoved = situation.plan.steps.some(
        (step) =>
          step.kind === 'removeRoleFromInstanceProfile' &&
          step.instanceProfileName === instanceProfileName &&
          step.roleName === holds,
      );
      if (holds === undefined || isRemoved) return pending;
      return blocked(
        `Instance profile ${instanceProfileName} holds role ${holds}, and it can hold one only; remove that role from it, or use another instance profile.`,
      );
    });
  },

  async remember() {},

  async apply({ roleName, instanceProfileName }, run) {
    await patiently(run, unknownParts, () => run.api.addRoleToInstanceProfile(instanceProfileName, roleName));
  },

  undo: ({ roleName, instanceProfileName }) => [
    { kind: 'removeRoleFromInstanceProfile', roleName, instanceProfileName },
  ],
};

export const removeRoleFromInstanceProfile: StepRules<'removeRoleFromInstanceProfile'> = {
  describe: ({ roleName, instanceProfileName }) =>
    `Remove role ${roleName} from instance profile ${instanceProfileName}`,

  permissions({ instanceProfileName }, plan) {
    const resource = instanceProfileArn(instanceProfileName, plan);
    return ['iam:GetInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'].map((action) => ({
      action,
      resource,
    }));
  },

  async inspect({ roleName, instanceProfileName }, { api }) {
    const profile = await api.getInstanceProfile(instanceProfileName);
    return profile?.roleName === roleName ? pending : equal;
  },

  async remember() {},

  async apply({ roleName, instanceProfileName }, run) {
    await patiently(run, [], () => run.api.removeRoleFromInstanceProfile(instanceProfileName, roleName));
  },

  undo: ({ roleName, instanceProfileName }) => [
    { kind: 'addRoleToInstanceProfile', roleName, instanceProfileName },
  ],
};
