import { isAwsManaged, nameOfArn } from '../arn.ts';
import type { AwsApi, PolicyVersion } from '../awsApi.ts';
import { patiently } from '../patience.ts';
import type { Step, StepOf } from '../plan.ts';
import { sameDocument } from '../sameDocument.ts';
import { blocked, differing, type StepState } from '../stepState.ts';
import type { Situation, StepRules } from './stepRules.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const mostVersions = 5;

export function readingVersions(policyArn: string) {
  return ['iam:ListPolicyVersions', 'iam:GetPolicyVersion'].map((action) => ({
    action,
    resource: policyArn,
  }));
}

export async function defaultVersion(api: AwsApi, policyArn: string): Promise<PolicyVersion | undefined> {
  return (await api.listPolicyVersions(policyArn)).find(({ isDefault }) => isDefault);
}

/** A sentence where the policy is none whose versions can be changed. */
export async function unchangeable(policyArn: string, api: AwsApi): Promise<string | undefined> {
  if (isAwsManaged(policyArn))
    return `${nameOfArn(policyArn)} is an AWS managed policy, which only AWS changes; create a policy of your own.`;
  if ((await api.getPolicy(policyArn)) === undefined)
    return `There is no policy ${policyArn}; check the ARN and the profile, or create the policy first.`;
  return undefined;
}

export async function inspectVersions(
  step: StepOf<'createPolicyVersion'>,
  { api }: Situation,
): Promise<StepState> {
  const { policyArn, document: wanted } = step;
  const versions = await api.listPolicyVersions(policyArn);
  const current = versions.find(({ isDefault }) => isDefault);
  const live = current && (await api.getPolicyVersion(policyArn, current.id));
  if (live !== undefined && current !== undefined && sameDocument(live, wanted))
    return { kind: 'equal', id: current.id };
  const difference = { what: `document of policy ${nameOfArn(policyArn)}`, live: live ?? '', wanted };
  if (versions.length < mostVersions) return differing([difference], [step]);
  const oldest = oldestOf(versions);
  if (!step.deleteOldest || oldest === undefined)
    return blocked(
      `Policy ${nameOfArn(policyArn)} has ${mostVersions} versions, the most there can be; delete one first, such as ${oldest?.id}, the oldest that is not the default.`,
    );
  const makeRoom: Step = { kind: 'deletePolicyVersion', policyArn, versionId: oldest.id };
  return differing([difference], [makeRoom, step]);
}

function oldestOf(versions: readonly PolicyVersion[]): PolicyVersion | undefined {
  const others = versions.filter(({ isDefault }) => !isDefault);
  return others.sort((one, other) => number(one) - number(other))[0];
}

const number = ({ id }: Pick<PolicyVersion, 'id'>) => Number(id.slice(1));

export const createPolicyVersion: StepRules<'createPolicyVersion', string | undefined> = {
  describe: ({ policyArn }) => `Create a new version of policy ${nameOfArn(policyArn)}`,

  permissions({ policyArn, deleteOldest }) {
    return [
      { action: 'iam:GetPolicy', resource: policyArn },
      ...readingVersions(policyArn),
      { action: 'iam:CreatePolicyVersion', resource: policyArn },
      ...(deleteOldest ? [{ action: 'iam:DeletePolicyVersion', resource: policyArn }] : []),
    ];
  },

  async inspect(step, situation) {
    const reason = await unchangeable(step.policyArn, situation.api);
    return reason === undefined ? inspectVersions(step, situation) : blocked(reason);
  },

  async remember({ policyArn }, { api }) {
    return (await defaultVersion(api, policyArn))?.id;
  },

  async apply({ policyArn, document }, run) {
    const { api } = run;
    const newest = Math.max(0, ...(await api.listPolicyVersions(policyArn)).map(number));
    const id = await patiently(run, [], () => api.createPolicyVersion(policyArn, document));
    run.made(id);
    await removeTwins(policyArn, newest, id, api);
  },

  undo({ policyArn }, before, made) {
    const steps: readonly (Step | false)[] = [
      before !== undefined && { kind: 'setDefaultPolicyVersion', policyArn, versionId: before },
      made !== undefined && { kind: 'deletePolicyVersion', policyArn, versionId: made },
    ];
    return steps.filter((step) => step !== false);
  },
};

/** A call that was sent again after its answer was lost makes two versions of the same document. */
async function removeTwins(policyArn: string, newest: number, made: string, api: AwsApi): Promise<void> {
  if (number({ id: made }) === newest + 1) return;
  const twins = (await api.listPolicyVersions(policyArn)).filter(
    (version) => number(version) > newest && version.id !== made,
  );
  for (const { id } of twins) await api.deletePolicyVersion(policyArn, id);
}
