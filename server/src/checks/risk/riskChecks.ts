import type { Check } from '../check.ts';
import { riskMissingExternalId } from './risk-missing-external-id.ts';
import { riskTrustEveryone } from './risk-trust-everyone.ts';
import { riskWildcardAction } from './risk-wildcard-action.ts';
import { riskWildcardResource } from './risk-wildcard-resource.ts';

export const riskChecks: readonly Check[] = [
  riskMissingExternalId,
  riskTrustEveryone,
  riskWildcardAction,
  riskWildcardResource,
];
