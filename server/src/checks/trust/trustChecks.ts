import type { Check } from '../check.ts';
import { confirmAudienceClaimType } from './confirm-audience-claim-type.ts';
import { foranyvalueWithAudienceClaimType } from './foranyvalue-with-audience-claim-type.ts';
import { invalidFederatedPrincipalSyntaxInRoleTrustPolicy } from './invalid-federated-principal-syntax-in-role-trust-policy.ts';
import { mismatchedActionForPrincipal } from './mismatched-action-for-principal.ts';
import { missingActionForConditionKey } from './missing-action-for-condition-key.ts';
import { missingActionForRolesAnywhereTrustPolicy } from './missing-action-for-roles-anywhere-trust-policy.ts';
import { missingConditionKeyForOidcPrincipal } from './missing-condition-key-for-oidc-principal.ts';
import { missingGithubRepoConditionKey } from './missing-github-repo-condition-key.ts';
import { redundantPrincipalInRoleTrustPolicy } from './redundant-principal-in-role-trust-policy.ts';
import { roleTrustPolicyUnsupportedWildcardInPrincipal } from './role-trust-policy-unsupported-wildcard-in-principal.ts';
import { specificGithubRepoAndBranchRecommended } from './specific-github-repo-and-branch-recommended.ts';

export const trustChecks: readonly Check[] = [
  roleTrustPolicyUnsupportedWildcardInPrincipal,
  missingActionForConditionKey,
  invalidFederatedPrincipalSyntaxInRoleTrustPolicy,
  mismatchedActionForPrincipal,
  missingActionForRolesAnywhereTrustPolicy,
  missingConditionKeyForOidcPrincipal,
  missingGithubRepoConditionKey,
  specificGithubRepoAndBranchRecommended,
  foranyvalueWithAudienceClaimType,
  confirmAudienceClaimType,
  redundantPrincipalInRoleTrustPolicy,
];
