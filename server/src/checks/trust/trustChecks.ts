import type { Check } from '../check.ts';
import { invalidFederatedPrincipalSyntaxInRoleTrustPolicy } from './invalid-federated-principal-syntax-in-role-trust-policy.ts';
import { mismatchedActionForPrincipal } from './mismatched-action-for-principal.ts';
import { missingActionForConditionKey } from './missing-action-for-condition-key.ts';
import { missingActionForRolesAnywhereTrustPolicy } from './missing-action-for-roles-anywhere-trust-policy.ts';
import { roleTrustPolicyUnsupportedWildcardInPrincipal } from './role-trust-policy-unsupported-wildcard-in-principal.ts';

export const trustChecks: readonly Check[] = [
  roleTrustPolicyUnsupportedWildcardInPrincipal,
  missingActionForConditionKey,
  invalidFederatedPrincipalSyntaxInRoleTrustPolicy,
  mismatchedActionForPrincipal,
  missingActionForRolesAnywhereTrustPolicy,
];
