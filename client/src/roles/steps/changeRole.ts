import { roleArn } from '../arn.ts';
import { patiently } from '../patience.ts';
import { sameDocument } from '../sameDocument.ts';
import { blocked, type Difference, differing } from '../stepState.ts';
import { inspectOnRole } from './onRole.ts';
import type { StepRules } from './stepRules.ts';
import { missingPrincipal, patienceWithPrincipals, permissionsToReadPrincipals } from './trust.ts';

export const updateAssumeRolePolicy: StepRules<'updateAssumeRolePolicy', string | undefined> = {
  describe: ({ roleName }) => `Update the trust policy of role ${roleName}`,

  permissions({ roleName, trustPolicy }, plan) {
    const resource = roleArn(roleName, plan);
    return [
      { action: 'iam:GetRole', resource },
      { action: 'iam:UpdateAssumeRolePolicy', resource },
      ...permissionsToReadPrincipals(trustPolicy, plan),
    ];
  },

  inspect(step, situation) {
    const wanted = step.trustPolicy;
    return inspectOnRole(situation, step.roleName, async ({ trustPolicy: live }) => {
      if (sameDocument(live, wanted)) return differing([], []);
      const missing = await missingPrincipal(wanted, situation);
      if (missing !== undefined) return blocked(missing);
      return differing([{ what: 'trust policy', live, wanted }], [step]);
    });
  },

  async remember({ roleName }, { api }) {
    return (await api.getRole(roleName))?.trustPolicy;
  },

  async apply({ roleName, trustPolicy }, run) {
    const patience = await patienceWithPrincipals(trustPolicy, run);
    await patiently(run, patience, () => run.api.updateAssumeRolePolicy(roleName, trustPolicy));
  },

  undo({ roleName }, before) {
    return before === undefined ? [] : [{ kind: 'updateAssumeRolePolicy', roleName, trustPolicy: before }];
  },
};

interface Settings {
  readonly description: string;
  readonly maxSessionDuration: number;
}

export const updateRole: StepRules<'updateRole', Settings | undefined> = {
  describe: ({ roleName }) => `Update description and session duration of role ${roleName}`,

  permissions({ roleName }, plan) {
    const resource = roleArn(roleName, plan);
    return [
      { action: 'iam:GetRole', resource },
      { action: 'iam:UpdateRole', resource },
    ];
  },

  inspect(step, situation) {
    return inspectOnRole(situation, step.roleName, (role) => {
      const all: readonly Difference[] = [
        { what: 'description', live: role.description, wanted: step.description },
        {
          what: 'maximum session duration',
          live: `${role.maxSessionDuration} seconds`,
          wanted: `${step.maxSessionDuration} seconds`,
        },
      ];
      return differing(
        all.filter(({ live, wanted }) => live !== wanted),
        [step],
      );
    });
  },

  async remember({ roleName }, { api }) {
    return api.getRole(roleName);
  },

  async apply({ roleName, description, maxSessionDuration }, run) {
    await patiently(run, [], () => run.api.updateRole(roleName, { description, maxSessionDuration }));
  },

  undo({ roleName }, before) {
    if (before === undefined) return [];
    const { description, maxSessionDuration } = before;
    return [{ kind: 'updateRole', roleName, description, maxSessionDuration }];
  },
};
