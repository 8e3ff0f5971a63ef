import { isAwsManaged } from '../arn.ts';
import type { AttachedPolicy, AwsApi } from '../awsApi.ts';
import type { Gaps } from './gaps.ts';

export type RolePolicyKind = 'inline' | 'customer managed' | 'AWS managed';

/** An identity-based policy of a role, as it is in force. */
export interface RolePolicy {
  readonly kind: RolePolicyKind;
  readonly name: string;
  /** JSON. */
  readonly document: string;
}

type Reader = Pick<
  AwsApi,
  'listRolePolicies' | 'getRolePolicy' | 'listAttachedRolePolicies' | 'getPolicy' | 'getPolicyVersion'
>;

/** The default version of a managed policy; undefined where it is gone or may not be read. */
export type ReadManagedPolicy = (arn: string) => Promise<string | undefined>;

/** A reader that asks AWS once for each managed policy, however many roles have it. */
export function managedPolicyReader(api: () => Reader, gaps: Gaps): ReadManagedPolicy {
  const known = new Map<string, Promise<string | undefined>>();
  return (arn) => {
    const before = known.get(arn);
    if (before !== undefined) return before;
    const reading = gaps.orElse(undefined, async () => {
      const policy = await api().getPolicy(arn);
      return policy && api().getPolicyVersion(arn, policy.defaultVersionId);
    });
    known.set(arn, reading);
    // A failure is not remembered: the review may go on after it.
    reading.catch(() => known.delete(arn));
    return reading;
  };
}

/** The inline policies of a role, as far as they may be read. */
export async function readInlinePolicies(
  api: Reader,
  roleName: string,
  gaps: Gaps,
): Promise<readonly RolePolicy[]> {
  const policies: RolePolicy[] = [];
  for (const name of await gaps.orElse([], () => api.listRolePolicies(roleName))) {
    const document = await gaps.orElse(undefined, () => api.getRolePolicy(roleName, name));
    if (document !== undefined) policies.push({ kind: 'inline', name, document });
  }
  return policies;
}

/** The policies that are attached to a role, as far as they may be read. */
export async function readAttachedPolicies(
  attached: readonly AttachedPolicy[],
  read: ReadManagedPolicy,
): Promise<readonly RolePolicy[]> {
  const policies: RolePolicy[] = [];
  for (const { name, arn } of attached) {
    const document = await read(arn);
    if (document !== undefined)
      policies.push({ kind: isAwsManaged(arn) ? 'AWS managed' : 'customer managed', name, document });
  }
  return policies;
}
