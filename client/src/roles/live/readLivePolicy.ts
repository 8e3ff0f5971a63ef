import { isAwsManaged, nameOfArn } from '../arn.ts';
import type { AwsApi } from '../awsApi.ts';
import { isServiceLinked } from '../steps/onRole.ts';
import type { LivePolicy } from './address.ts';

/** A policy as AWS has it now. */
export interface LiveDocument {
  /** JSON. */
  readonly text: string;
  /** A sentence on why nobody here can change it; undefined where it can be. */
  readonly readOnly: string | undefined;
  readonly created: Date | undefined;
}

/** Undefined where there is no such role, policy or version. */
export async function readLivePolicy(api: AwsApi, policy: LivePolicy): Promise<LiveDocument | undefined> {
  return policy.kind === 'managed' ? readManaged(api, policy) : readOfRole(api, policy);
}

async function readOfRole(
  api: AwsApi,
  policy: Exclude<LivePolicy, { kind: 'managed' }>,
): Promise<LiveDocument | undefined> {
  const { roleName } = policy;
  const role = await api.getRole(roleName);
  if (role === undefined) return undefined;
  const readOnly = isServiceLinked(role)
    ? `${roleName} is a service-linked role, whose policies only its AWS service changes.`
    : undefined;
  const text =
    policy.kind === 'trust' ? role.trustPolicy : await api.getRolePolicy(roleName, policy.policyName);
  return text === undefined ? undefined : { text, readOnly, created: role.created };
}

async function readManaged(
  api: AwsApi,
  { policyArn, versionId }: Extract<LivePolicy, { kind: 'managed' }>,
): Promise<LiveDocument | undefined> {
  const policy = await api.getPolicy(policyArn);
  if (policy === undefined) return undefined;
  const text = await api.getPolicyVersion(policyArn, versionId ?? policy.defaultVersionId);
  return text === undefined
    ? undefined
    : { text, readOnly: whyReadOnly(policyArn, versionId), created: undefined };
}

function whyReadOnly(policyArn: string, versionId: string | undefined): string | undefined {
  const name = nameOfArn(policyArn);
  if (isAwsManaged(policyArn)) return `${name} is an AWS managed policy, which only AWS changes.`;
  if (versionId !== undefined)
    return `A version of a policy cannot be changed: open the policy ${name} itself to write the next one.`;
  return undefined;
}

/** A phrase, such as `trust policy of role orders-reader`. */
export function describeLive(policy: LivePolicy): string {
  switch (policy.kind) {
    case 'trust':
      return `trust policy of role ${policy.roleName}`;
    case 'inline':
      return `inline policy ${policy.policyName} of role ${policy.roleName}`;
    case 'managed': {
      const version = policy.versionId === undefined ? '' : `, version ${policy.versionId}`;
      return `managed policy ${nameOfArn(policy.policyArn)}${version}`;
    }
  }
}
