import { nameOfArn } from '../arn.ts';
import type { PolicySummary } from '../awsApi.ts';
import { patiently, propagationTime } from '../patience.ts';
import { equal, pending } from '../stepState.ts';
import type { StepRules } from './stepRules.ts';

interface Before {
  readonly policy: PolicySummary;
  readonly document: string;
}

export const deletePolicy: StepRules<'deletePolicy', Before | undefined> = {
  describe: ({ policyArn }) => `Delete managed policy ${nameOfArn(policyArn)}`,

  permissions({ policyArn }) {
    return ['iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:DeletePolicy'].map((action) => ({
      action,
      resource: policyArn,
    }));
  },

  async inspect({ policyArn }, { api }) {
    return (await api.getPolicy(policyArn)) === undefined ? equal : pending;
  },

  async remember({ policyArn }, { api }) {
    const policy = await api.getPolicy(policyArn);
    if (policy === undefined) return undefined;
    const document = await api.getPolicyVersion(policyArn, policy.defaultVersionId);
    return document === undefined ? undefined : { policy, document };
  },

  async apply({ policyArn }, run) {
    const conflict = {
      codes: ['DeleteConflict'],
      milliseconds: run.fresh ? propagationTime : 0,
      what: 'the policy to be detached everywhere',
    };
    await patiently(run, [conflict], () => run.api.deletePolicy(policyArn));
  },

  /** Older versions and tags do not come back. */
  undo(_step, before) {
    if (before === undefined) return [];
    const { name, path, description } = before.policy;
    return [{ kind: 'createPolicy', name, path, description, document: before.document, tags: {} }];
  },
};
