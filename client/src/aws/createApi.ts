import type { AwsApi } from '../roles/awsApi.ts';
import type { Clients } from './clients.ts';
import { accessAnalyzerOperations } from './operations/accessAnalyzer.ts';
import { accountOperations } from './operations/account.ts';
import { accountDetailsOperations } from './operations/accountDetails.ts';
import { identityProviderOperations } from './operations/identityProviders.ts';
import { instanceProfileOperations } from './operations/instanceProfiles.ts';
import { instanceOperations } from './operations/instances.ts';
import { lastAccessedOperations } from './operations/lastAccessed.ts';
import { managedPolicyOperations } from './operations/managedPolicies.ts';
import { policyVersionOperations } from './operations/policyVersions.ts';
import { rolePolicyOperations } from './operations/rolePolicies.ts';
import { roleOperations } from './operations/roles.ts';
import { serviceLinkedRoleOperations } from './operations/serviceLinkedRoles.ts';
import { sessionOperations } from './operations/sessions.ts';
import { trailOperations } from './operations/trail.ts';

/** AWS through these clients; calls end with `Cancelled` when the signal aborts. */
export function createApi(
  { iam, sts, ec2, accessAnalyzer, cloudTrail }: Clients,
  signal?: AbortSignal,
): AwsApi {
  const options = signal === undefined ? {} : { abortSignal: signal };
  return {
    ...sessionOperations(sts, options),
    ...roleOperations(iam, options),
    ...serviceLinkedRoleOperations(iam, options),
    ...rolePolicyOperations(iam, options),
    ...managedPolicyOperations(iam, options),
    ...policyVersionOperations(iam, options),
    ...identityProviderOperations(iam, options),
    ...instanceProfileOperations(iam, options),
    ...instanceOperations(ec2, options),
    ...accountOperations(iam, options),
    ...accountDetailsOperations(iam, options),
    ...lastAccessedOperations(iam, options),
    ...accessAnalyzerOperations(accessAnalyzer, options),
    ...trailOperations(cloudTrail, options),
  };
}
