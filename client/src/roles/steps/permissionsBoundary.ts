import { roleArn } from '../arn.ts';
import { patiently } from '../patience.ts';
import { policyArn } from '../plan.ts';
import { blocked, differing, equal, pending } from '../stepState.ts';
import { missingPolicy, referredName } from './attachment.ts';
import { inspectOnRole } from './onRole.ts';
import type { StepRules } from './stepRules.ts';

export const putRolePermissionsBoundary: StepRules<'putRolePermissionsBoundary', string | undefined> = {
  describe: ({ roleName, policy }) =>
    `Set ${referredName(policy)} as permissions boundary of role ${roleName}`,

  permissions({ roleName, policy }, plan) {
    const resource = roleArn(roleName, plan);
    const arn = policyArn(policy, plan);
    return [
      { action: 'iam:GetPolicy', resource: arn },
      { action: 'iam:GetRole', resource },
      {
        action: 'iam:PutRolePermissionsBoundary',
        resource,
        condition: { StringEquals: { 'iam:PermissionsBoundary': arn } },
      },
    ];
  },

  async inspect(step, situation) {
    const missing = await missingPolicy(step.policy, situation);
    if (missing !== undefined) return blocked(missing);
    const wanted = policyArn(step.policy, situation.plan);
    return inspectOnRole(situation, step.roleName, ({ permissionsBoundary: live }) => {
      if (live === undefined) return pending;
      return live === wanted ? equal : differing([{ what: 'permissions boundary', live, wanted }], [step]);
    });
  },

  async remember({ roleName }, { api }) {
    return (await api.getRole(roleName))?.permissionsBoundary;
  },

  async apply({ roleName, policy }, run) {
    const arn = policyArn(policy, run.plan);
    await patiently(run, [], () => run.api.putRolePermissionsBoundary(roleName, arn));
  },

  undo({ roleName }, before) {
    return before === undefined
      ? [{ kind: 'deleteRolePermissionsBoundary', roleName }]
      : [{ kind: 'putRolePermissionsBoundary', roleName, policy: { arn: before } }];
  },
};

export const deleteRolePermissionsBoundary: StepRules<'deleteRolePermissionsBoundary', string | undefined> = {
  describe: ({ roleName }) => `Remove the permissions boundary of role ${roleName}`,

  permissions({ roleName }, plan) {
    const resource = roleArn(roleName, plan);
    return ['iam:GetRole', 'iam:DeleteRolePermissionsBoundary'].map((action) => ({ action, resource }));
  },

  async inspect({ roleName }, situation) {
    if ((await situation.api.getRole(roleName)) === undefined) return equal;
    return inspectOnRole(situation, roleName, ({ permissionsBoundary }) =>
      permissionsBoundary === undefined ? equal : pending,
    );
  },

  async remember({ roleName }, { api }) {
    return (await api.getRole(roleName))?.permissionsBoundary;
  },

  async apply({ roleName }, run) {
    await patiently(run, [], () => run.api.deleteRolePermissionsBoundary(roleName));
  },

  undo({ roleName }, before) {
    return before === undefined
      ? []
      : [{ kind: 'putRolePermissionsBoundary', roleName, policy: { arn: before } }];
  },
};
