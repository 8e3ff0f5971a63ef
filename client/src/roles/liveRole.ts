import type {
  AttachedPolicy,
  AwsApi,
  InlinePolicy,
  InstanceProfile,
  InstanceProfileAssociation,
  Role,
} from './awsApi.ts';
import { isDenied } from './awsError.ts';

/** A role with all that hangs on it. */
export interface LiveRole {
  readonly role: Role;
  readonly inlinePolicies: readonly InlinePolicy[];
  readonly attachedPolicies: readonly AttachedPolicy[];
  readonly instanceProfiles: readonly InstanceProfile[];
  /** Of instances in the connection's Region; undefined where listing them is not allowed. */
  readonly associations: readonly InstanceProfileAssociation[] | undefined;
}

/** Undefined where there is no such role. */
export async function readRole(api: AwsApi, roleName: string): Promise<LiveRole | undefined> {
  const role = await api.getRole(roleName);
  if (role === undefined) return undefined;
  const [inlineNames, attachedPolicies, instanceProfiles] = await Promise.all([
    api.listRolePolicies(roleName),
    api.listAttachedRolePolicies(roleName),
    api.listInstanceProfilesForRole(roleName),
  ]);
  const inlinePolicies: InlinePolicy[] = [];
  for (const name of inlineNames) {
    const document = await api.getRolePolicy(roleName, name);
    if (document !== undefined) inlinePolicies.push({ name, document });
  }
  const associations = await associationsOf(instanceProfiles, api);
  return { role, inlinePolicies, attachedPolicies, instanceProfiles, associations };
}

async function associationsOf(
  profiles: readonly InstanceProfile[],
  api: AwsApi,
): Promise<readonly InstanceProfileAssociation[] | undefined> {
  if (profiles.length === 0) return [];
  try {
    const all = await api.describeIamInstanceProfileAssociations();
    return all.filter(
      ({ instanceProfileArn, state }) =>
        profiles.some(({ arn }) => arn === instanceProfileArn) &&
        (state === 'associated' || state === 'associating'),
    );
  } catch (error) {
    if (isDenied(error)) return undefined;
    throw error;
  }
}
