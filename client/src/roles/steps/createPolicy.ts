import { policyArnOf } from '../arn.ts';
import { patiently, untilSeen } from '../patience.ts';
import { pending } from '../stepState.ts';
import { nameTaken } from './nameTaken.ts';
import { notSeen } from './notSeen.ts';
import { inspectVersions } from './policyVersions.ts';
import type { StepRules } from './stepRules.ts';

export const createPolicy: StepRules<'createPolicy', string> = {
  describe: ({ name }) => `Create managed policy ${name}`,

  permissions(step, plan) {
    const resource = policyArnOf(step, plan);
    return [
      ...['iam:GetPolicy', 'iam:ListPolicyVersions', 'iam:GetPolicyVersion'].map((action) => ({
        action,
        resource,
      })),
      { action: 'iam:CreatePolicy', resource },
      ...(Object.keys(step.tags).length > 0 ? [{ action: 'iam:TagPolicy', resource }] : []),
    ];
  },

  /** Description and tags of a policy that is there are left as they are: IAM does not change the former. */
  async inspect(step, situation) {
    const { api, plan } = situation;
    const arn = policyArnOf(step, plan);
    const policy = await api.getPolicy(arn);
    if (policy === undefined)
      return (await nameTaken('managed policy', step.name, () => api.listPolicies())) ?? pending;
    const { document } = step;
    return inspectVersions(
      { kind: 'createPolicyVersion', policyArn: arn, document, deleteOldest: false },
      situation,
    );
  },

  async remember(step, { plan }) {
    return policyArnOf(step, plan);
  },

  async apply({ name, path, description, document, tags }, run) {
    const policy = { name, path, description, document, tags };
    const { arn } = await patiently(run, [], () => run.api.createPolicy(policy));
    run.made(arn);
    const seen = await untilSeen(run, `policy ${name} to be seen`, () => run.api.getPolicy(arn));
    if (seen === undefined) throw notSeen(`Policy ${name}`, 'iam:GetPolicy');
  },

  undo: (_step, before) => [{ kind: 'deletePolicy', policyArn: before }],
};
