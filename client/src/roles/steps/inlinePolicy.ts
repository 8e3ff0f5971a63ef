import { roleArn } from '../arn.ts';
import { patiently } from '../patience.ts';
import { sameDocument } from '../sameDocument.ts';
import { differing, equal, pending } from '../stepState.ts';
import { inspectOnRole } from './onRole.ts';
import type { StepRules } from './stepRules.ts';

export const putRolePolicy: StepRules<'putRolePolicy', string | undefined> = {
  describe: ({ roleName, policyName }) => `Put inline policy ${policyName} into role ${roleName}`,

  permissions({ roleName }, plan) {
    const resource = roleArn(roleName, plan);
    return ['iam:GetRole', 'iam:GetRolePolicy', 'iam:PutRolePolicy'].map((action) => ({ action, resource }));
  },

  inspect(step, situation) {
    const { roleName, policyName, document: wanted } = step;
    return inspectOnRole(situation, roleName, async () => {
      const live = await situation.api.getRolePolicy(roleName, policyName);
      if (live === undefined) return pending;
      if (sameDocument(live, wanted)) return equal;
      return differing([{ what: `inline policy ${policyName}`, live, wanted }], [step]);
    });
  },

  remember({ roleName, policyName }, { api }) {
    return api.getRolePolicy(roleName, policyName);
  },

  async apply({ roleName, policyName, document }, run) {
    await patiently(run, [], () => run.api.putRolePolicy(roleName, policyName, document));
  },

  undo({ roleName, policyName }, before) {
    return before === undefined
      ? [{ kind: 'deleteRolePolicy', roleName, policyName }]
      : [{ kind: 'putRolePolicy', roleName, policyName, document: before }];
  },
};

export const deleteRolePolicy: StepRules<'deleteRolePolicy', string | undefined> = {
  describe: ({ roleName, policyName }) => `Delete inline policy ${policyName} of role ${roleName}`,

  permissions({ roleName }, plan) {
    const resource = roleArn(roleName, plan);
    return ['iam:GetRole', 'iam:GetRolePolicy', 'iam:DeleteRolePolicy'].map((action) => ({
      action,
      resource,
    }));
  },

  async inspect({ roleName, policyName }, situation) {
    if ((await situation.api.getRolePolicy(roleName, policyName)) === undefined) return equal;
    return inspectOnRole(situation, roleName, () => pending);
  },

  remember({ roleName, policyName }, { api }) {
    return api.getRolePolicy(roleName, policyName);
  },

  async apply({ roleName, policyName }, run) {
    await patiently(run, [], () => run.api.deleteRolePolicy(roleName, policyName));
  },

  undo({ roleName, policyName }, before) {
    return before === undefined ? [] : [{ kind: 'putRolePolicy', roleName, policyName, document: before }];
  },
};
