import { nameOfArn, roleArn } from '../arn.ts';
import type { AwsApi } from '../awsApi.ts';
import { patiently } from '../patience.ts';
import type { Permission } from '../permission.ts';
import { type PlanScope, type PolicyReference, policyArn } from '../plan.ts';
import { blocked, equal, pending } from '../stepState.ts';
import { inspectOnRole } from './onRole.ts';
import type { Situation, StepRules } from './stepRules.ts';

export function referredName(reference: PolicyReference): string {
  return 'arn' in reference ? nameOfArn(reference.arn) : reference.created;
}

/** A sentence where the step names a policy that neither is there nor is created by the plan. */
export async function missingPolicy(
  reference: PolicyReference,
  { api, plan }: Situation,
): Promise<string | undefined> {
  if ('created' in reference || (await api.getPolicy(reference.arn)) !== undefined) return undefined;
  return `There is no policy ${reference.arn} in account ${plan.target.account}; check the ARN and the profile, or create the policy first.`;
}

/** `undefined` where there is no such role. */
async function isAttached(api: AwsApi, roleName: string, arn: string): Promise<boolean | undefined> {
  if ((await api.getRole(roleName)) === undefined) return undefined;
  return (await api.listAttachedRolePolicies(roleName)).some((policy) => policy.arn === arn);
}

function attaching(action: string, roleName: string, arn: string, plan: PlanScope): readonly Permission[] {
  const resource = roleArn(roleName, plan);
  return [
    { action: 'iam:GetRole', resource },
    { action: 'iam:ListAttachedRolePolicies', resource },
    { action, resource, condition: { ArnEquals: { 'iam:PolicyARN': arn } } },
  ];
}

export const attachRolePolicy: StepRules<'attachRolePolicy', string> = {
  describe: ({ roleName, policy }) => `Attach policy ${referredName(policy)} to role ${roleName}`,

  permissions({ roleName, policy }, plan) {
    const arn = policyArn(policy, plan);
    return [
      { action: 'iam:GetPolicy', resource: arn },
      ...attaching('iam:AttachRolePolicy', roleName, arn, plan),
    ];
  },

  async inspect({ roleName, policy }, situation) {
    const missing = await missingPolicy(policy, situation);
    if (missing !== undefined) return blocked(missing);
    const { api, plan } = situation;
    return inspectOnRole(situation, roleName, async () =>
      (await isAttached(api, roleName, policyArn(policy, plan))) ? equal : pending,
    );
  },

  async remember({ policy }, { plan }) {
    return policyArn(policy, plan);
  },

  async apply({ roleName, policy }, run) {
    await patiently(run, [], () => run.api.attachRolePolicy(roleName, policyArn(policy, run.plan)));
  },

  undo: ({ roleName }, before) => [{ kind: 'detachRolePolicy', roleName, policyArn: before }],
};

export const detachRolePolicy: StepRules<'detachRolePolicy'> = {
  describe: ({ roleName, policyArn: arn }) => `Detach policy ${nameOfArn(arn)} from role ${roleName}`,

  permissions({ roleName, policyArn: arn }, plan) {
    return attaching('iam:DetachRolePolicy', roleName, arn, plan);
  },

  async inspect({ roleName, policyArn: arn }, situation) {
    if ((await isAttached(situation.api, roleName, arn)) !== true) return equal;
    return inspectOnRole(situation, roleName, () => pending);
  },

  async remember() {},

  async apply({ roleName, policyArn: arn }, run) {
    await patiently(run, [], () => run.api.detachRolePolicy(roleName, arn));
  },

  undo: ({ roleName, policyArn: arn }) => [{ kind: 'attachRolePolicy', roleName, policy: { arn } }],
};
