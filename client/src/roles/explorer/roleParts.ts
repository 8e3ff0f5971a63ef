import type { AttachedPolicy, AwsApi, InstanceProfile, Role } from '../awsApi.ts';

/** What a call gave, or why it gave nothing. */
export type Outcome<Value> = { readonly value: Value } | { readonly error: unknown };

/** What hangs on a role, each part read by a call of its own, so that one that is refused hides no other. */
export interface RoleParts {
  /** With tags, boundary and last use; undefined where AWS has the role no more. */
  readonly role: Outcome<Role | undefined>;
  readonly attached: Outcome<readonly AttachedPolicy[]>;
  /** Names. */
  readonly inline: Outcome<readonly string[]>;
  readonly instanceProfiles: Outcome<readonly InstanceProfile[]>;
}

export async function readRoleParts(api: AwsApi, roleName: string): Promise<RoleParts> {
  const [role, attached, inline, instanceProfiles] = await Promise.all([
    outcomeOf(api.getRole(roleName)),
    outcomeOf(api.listAttachedRolePolicies(roleName)),
    outcomeOf(api.listRolePolicies(roleName)),
    outcomeOf(api.listInstanceProfilesForRole(roleName)),
  ]);
  return { role, attached, inline, instanceProfiles };
}

export async function outcomeOf<Value>(work: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await work };
  } catch (error) {
    return { error };
  }
}
