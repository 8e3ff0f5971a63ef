import { managedPolicyRequest } from '../../../../server/src/protocol.ts';
import { isAwsManaged, nameOfArn } from '../../roles/arn.ts';
import type { AwsApi } from '../../roles/awsApi.ts';
import { isDenied } from '../../roles/awsError.ts';
import type { Ask } from '../../serverRequests.ts';

/**
 * The default version of a managed policy; of AWS's own, what the server's data has where AWS does not let us see.
 * Undefined where neither has it.
 */
export async function managedPolicyText(api: AwsApi, ask: Ask, arn: string): Promise<string | undefined> {
  const live = await liveText(api, arn);
  if (live !== undefined || !isAwsManaged(arn)) return live;
  return (await ask(managedPolicyRequest, { name: nameOfArn(arn) })) ?? undefined;
}

async function liveText(api: AwsApi, arn: string): Promise<string | undefined> {
  try {
    const policy = await api.getPolicy(arn);
    return policy && (await api.getPolicyVersion(arn, policy.defaultVersionId));
  } catch (error) {
    if (isDenied(error)) return undefined;
    throw error;
  }
}
