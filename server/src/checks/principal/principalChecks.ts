import type { Check } from '../check.ts';
import { allowWithNotPrincipal } from './allow-with-not-principal.ts';
import { federatedPrincipalNotSupported } from './federated-principal-not-supported.ts';
import { invalidPrincipalFormat } from './invalid-principal-format.ts';
import { invalidPrincipalKey } from './invalid-principal-key.ts';
import { invalidRoleReference } from './invalid-role-reference.ts';
import { invalidServicePrincipalFormat } from './invalid-service-principal-format.ts';
import { invalidUserReference } from './invalid-user-reference.ts';
import { recommendedConditionKeyForServicePrincipal } from './recommended-condition-key-for-service-principal.ts';
import { restrictAccessToServicePrincipal } from './restrict-access-to-service-principal.ts';
import { unsupportedConditionKeyForServicePrincipal } from './unsupported-condition-key-for-service-principal.ts';
import { unsupportedWildcardInPrincipal } from './unsupported-wildcard-in-principal.ts';

export const principalChecks: readonly Check[] = [
  invalidPrincipalFormat,
  invalidPrincipalKey,
  unsupportedWildcardInPrincipal,
  invalidServicePrincipalFormat,
  federatedPrincipalNotSupported,
  unsupportedConditionKeyForServicePrincipal,
  invalidRoleReference,
  invalidUserReference,
  allowWithNotPrincipal,
  restrictAccessToServicePrincipal,
  recommendedConditionKeyForServicePrincipal,
];
