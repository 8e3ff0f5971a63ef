import type { Check } from '../check.ts';
import { policySizeExceedsIdentityPolicyQuota } from './policy-size-exceeds-identity-policy-quota.ts';
import { policySizeExceedsRcpQuota } from './policy-size-exceeds-rcp-quota.ts';
import { policySizeExceedsResourcePolicyQuota } from './policy-size-exceeds-resource-policy-quota.ts';
import { policySizeExceedsRoleTrustPolicyQuota } from './policy-size-exceeds-role-trust-policy-quota.ts';
import { policySizeExceedsScpQuota } from './policy-size-exceeds-scp-quota.ts';
import { riskPolicyTooLargeToAnalyze } from './risk-policy-too-large-to-analyze.ts';

export const sizeChecks: readonly Check[] = [
  policySizeExceedsIdentityPolicyQuota,
  policySizeExceedsRcpQuota,
  policySizeExceedsResourcePolicyQuota,
  policySizeExceedsRoleTrustPolicyQuota,
  policySizeExceedsScpQuota,
  riskPolicyTooLargeToAnalyze,
];
