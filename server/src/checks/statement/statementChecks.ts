import type { Check } from '../check.ts';
import { duplicateKeysWithDifferentCase } from './duplicate-keys-with-different-case.ts';
import { invalidEffect } from './invalid-effect.ts';
import { missingAction } from './missing-action.ts';
import { missingEffect } from './missing-effect.ts';
import { missingPrincipal } from './missing-principal.ts';
import { missingResource } from './missing-resource.ts';
import { rcpSyntaxErrorAction } from './rcp-syntax-error-action.ts';
import { rcpSyntaxErrorAllow } from './rcp-syntax-error-allow.ts';
import { rcpSyntaxErrorNotaction } from './rcp-syntax-error-notaction.ts';
import { rcpSyntaxErrorPrincipal } from './rcp-syntax-error-principal.ts';
import { roleTrustPolicySyntaxErrorNotprincipal } from './role-trust-policy-syntax-error-notprincipal.ts';
import { roleTrustPolicySyntaxErrorResource } from './role-trust-policy-syntax-error-resource.ts';
import { scpSyntaxErrorActionWildcard } from './scp-syntax-error-action-wildcard.ts';
import { scpSyntaxErrorPrincipal } from './scp-syntax-error-principal.ts';
import { uniqueSidsRecommended } from './unique-sids-recommended.ts';
import { uniqueSidsRequired } from './unique-sids-required.ts';
import { unsupportedElementCombination } from './unsupported-element-combination.ts';
import { unsupportedPrincipal } from './unsupported-principal.ts';
import { unsupportedSid } from './unsupported-sid.ts';

export const statementChecks: readonly Check[] = [
  missingEffect,
  missingPrincipal,
  missingAction,
  missingResource,
  invalidEffect,
  unsupportedElementCombination,
  unsupportedPrincipal,
  roleTrustPolicySyntaxErrorNotprincipal,
  roleTrustPolicySyntaxErrorResource,
  scpSyntaxErrorPrincipal,
  scpSyntaxErrorActionWildcard,
  rcpSyntaxErrorPrincipal,
  rcpSyntaxErrorAllow,
  rcpSyntaxErrorNotaction,
  rcpSyntaxErrorAction,
  uniqueSidsRequired,
  uniqueSidsRecommended,
  unsupportedSid,
  duplicateKeysWithDifferentCase,
];
