import type { Operation } from '../world.ts';
import { accountOperations } from './account.ts';
import { instanceProfileOperations } from './instanceProfiles.ts';
import { lastAccessedOperations } from './lastAccessed.ts';
import { policyOperations } from './policies.ts';
import { policyVersionOperations } from './policyVersions.ts';
import { rolePolicyOperations } from './rolePolicies.ts';
import { roleOperations } from './roles.ts';
import { serviceLinkedRoleOperations } from './serviceLinkedRoles.ts';
import { simulationOperations } from './simulation.ts';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html */
export const iamOperations: Readonly<Record<string, Operation>> = {
  ...roleOperations,
  ...rolePolicyOperations,
  ...policyOperations,
  ...policyVersionOperations,
  ...instanceProfileOperations,
  ...serviceLinkedRoleOperations,
  ...lastAccessedOperations,
  ...simulationOperations,
  ...accountOperations,
};
