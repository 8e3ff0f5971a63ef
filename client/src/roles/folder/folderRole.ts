import type { AwsApi, Tags } from '../awsApi.ts';
import { readRole } from '../liveRole.ts';

/** A role with its policies, as a folder keeps it. Documents are JSON texts. */
export interface FolderRole {
  /** 12 digits. */
  readonly account: string;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  /** Seconds. */
  readonly maxSessionDuration: number;
  /** ARN. */
  readonly permissionsBoundary: string | undefined;
  readonly tags: Tags;
  readonly trustPolicy: string;
  readonly inlinePolicies: readonly { readonly name: string; readonly document: string }[];
  readonly attachedPolicies: readonly KeptPolicy[];
}

export interface KeptPolicy {
  readonly arn: string;
  /** Of customer managed policies of the role's account; others are nobody's to write. */
  readonly document: string | undefined;
}

/** The role as AWS has it now; undefined where there is none. */
export async function readFolderRole(
  api: AwsApi,
  account: string,
  roleName: string,
): Promise<FolderRole | undefined> {
  const live = await readRole(api, roleName);
  if (live === undefined) return undefined;
  const { name, path, description, maxSessionDuration, permissionsBoundary, tags, trustPolicy } = live.role;
  const attachedPolicies: KeptPolicy[] = [];
  for (const { arn } of live.attachedPolicies)
    attachedPolicies.push({
      arn,
      document: isOf(account, arn) ? await defaultDocument(api, arn) : undefined,
    });
  return {
    account,
    name,
    path,
    description,
    maxSessionDuration,
    permissionsBoundary,
    tags,
    trustPolicy,
    inlinePolicies: live.inlinePolicies,
    attachedPolicies,
  };
}

export async function defaultDocument(api: AwsApi, policyArn: string): Promise<string | undefined> {
  const policy = await api.getPolicy(policyArn);
  return policy && (await api.getPolicyVersion(policyArn, policy.defaultVersionId));
}

/** Whether a policy is a customer managed one of the account. */
function isOf(account: string, policyArn: string): boolean {
  return policyArn.split(':')[4] === account;
}
