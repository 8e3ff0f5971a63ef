import type { AttachedPolicy, AwsApi, InstanceProfile, InstanceProfileAssociation, Role } from './awsApi.ts';

/** A role with all that hangs on it. */
export interface LiveRole {
  readonly role: Role;
  readonly inlinePolicies: readonly { readonly name: string; readonly document: string }[];
  readonly attachedPolicies: readonly AttachedPolicy[];
  readonly instanceProfiles: readonly InstanceProfile[];
  /** Of instances in the connection's Region; undefined where listing them is not allowed. */
  readonly associations: readonly InstanceProfileAssociation[] | undefined;
}

/** Undefined where there is no such role. */
export async function readRole(api: AwsApi, roleName: string): Promise<LiveRole | undefined> {
  const role = await api.getRole(roleName);
  if (role === undefined) return undefined;
  return { role, inlinePolicies: [], attachedPolicies: [], instanceProfiles: [], associations: [] };
}
