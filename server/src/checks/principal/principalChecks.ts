import type { Check } from '../check.ts';
import { federatedPrincipalNotSupported } from './federated-principal-not-supported.ts';
import { invalidPrincipalFormat } from './invalid-principal-format.ts';
import { invalidPrincipalKey } from './invalid-principal-key.ts';
import { invalidServicePrincipalFormat } from './invalid-service-principal-format.ts';
import { unsupportedConditionKeyForServicePrincipal } from './unsupported-condition-key-for-service-principal.ts';
import { unsupportedWildcardInPrincipal } from './unsupported-wildcard-in-principal.ts';

export const principalChecks: readonly Check[] = [
  invalidPrincipalFormat,
  invalidPrincipalKey,
  unsupportedWildcardInPrincipal,
  invalidServicePrincipalFormat,
  federatedPrincipalNotSupported,
  unsupportedConditionKeyForServicePrincipal,
];
