import type { Check } from '../check.ts';
import { rcpMissingRelatedPrincipalConditionKey } from './rcp-missing-related-principal-condition-key.ts';
import { rcpMissingRelatedServicePrincipalConditionKey } from './rcp-missing-related-service-principal-condition-key.ts';
import { rcpMissingServiceConditionKeyNullCheck } from './rcp-missing-service-condition-key-null-check.ts';

export const rcpChecks: readonly Check[] = [
  rcpMissingRelatedPrincipalConditionKey,
  rcpMissingRelatedServicePrincipalConditionKey,
  rcpMissingServiceConditionKeyNullCheck,
];
