import type { ConditionKeyLookup } from '../../catalog/findConditionKey.ts';

/** Whether a condition key is the audience of an OIDC provider's token. */
export function isAudience(lookup: ConditionKeyLookup | undefined): boolean {
  return lookup?.kind === 'provider' && lookup.issuer !== 'saml' && lookup.claim.toLowerCase() === 'aud';
}
