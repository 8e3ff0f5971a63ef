import type { Catalog, ConditionKey, GlobalConditionKey, KeyType, OidcProvider } from './catalog.ts';
import { keyTypes } from './catalogFormat.ts';
import { findOidcProvider } from './findOidcProvider.ts';
import { matchConditionKey } from './matchConditionKey.ts';

/** What a condition key, as a policy spells it, is. */
export type ConditionKeyLookup =
  /** An `aws:*` key, or one of a service that goes with requests to other services. */
  | { readonly kind: 'global'; readonly key: GlobalConditionKey }
  /** `service` is the prefix of the service whose documentation lists the key. */
  | { readonly kind: 'service'; readonly key: ConditionKey; readonly service: string }
  /** A claim of an identity provider; issuer `saml` for SAML, otherwise the provider when it is a known one. */
  | {
      readonly kind: 'provider';
      readonly key: ConditionKey;
      readonly issuer: string;
      readonly claim: string;
      readonly provider: OidcProvider | undefined;
    }
  /** An `aws:` key AWS does not have. */
  | { readonly kind: 'unknownGlobal' }
  /** A service by that prefix exists and lists no such key. */
  | { readonly kind: 'unknownServiceKey'; readonly prefix: string }
  | { readonly kind: 'unknownService'; readonly prefix: string }
  /** Not of the form `prefix:name`. */
  | { readonly kind: 'malformed' };

/** What `key`, in any letter case, is. Constant time but for the first key of a service, which is then read. */
export function findConditionKey(catalog: Catalog, key: string): ConditionKeyLookup {
  const colon = key.indexOf(':');
  if (colon < 1 || colon === key.length - 1) return { kind: 'malformed' };
  const name = key.toLowerCase();
  const prefix = name.slice(0, colon);
  if (prefix.includes('.')) return providerKey(catalog, key);
  const global = matchConditionKey(catalog.globalKeys.byName, name);
  if (global !== undefined) return { kind: 'global', key: global };
  if (prefix === 'aws') return { kind: 'unknownGlobal' };
  const own = catalog.service(prefix);
  const homes = catalog.conditionKeyHomes.get(prefix) ?? [];
  for (const service of [prefix, ...homes]) {
    const keys = catalog.service(service)?.conditionKeys;
    const found = keys && matchConditionKey(keys, name);
    if (found === undefined) continue;
    if (prefix !== 'saml') return { kind: 'service', key: found, service };
    return { kind: 'provider', key: found, issuer: prefix, claim: key.slice(colon + 1), provider: undefined };
  }
  if (own?.added) return { kind: 'service', key: untypedKey(key), service: prefix };
  if (own !== undefined || homes.length > 0) return { kind: 'unknownServiceKey', prefix };
  return { kind: 'unknownService', prefix };
}

/** A key of which only the name is known: its value may be tested as any type. */
export function untypedKey(key: string): ConditionKey {
  return { key, type: 'String', multivalued: false, alternativeTypes: allButString };
}

const allButString: readonly KeyType[] = keyTypes.filter((type) => type !== 'String');

/** The issuer ends at the last colon, as it may hold a port. */
function providerKey(catalog: Catalog, key: string): ConditionKeyLookup {
  const colon = key.lastIndexOf(':');
  const issuer = key.slice(0, colon);
  const claim = key.slice(colon + 1);
  const keys = catalog.service('sts')?.conditionKeys;
  const documented = keys && matchConditionKey(keys, key.toLowerCase());
  return {
    kind: 'provider',
    issuer,
    claim,
    provider: findOidcProvider(catalog, issuer),
    key: {
      key: documented?.key ?? key,
      type: documented?.type ?? 'String',
      // The IAM User Guide says so of `amr`; the service authorization reference lists it as a plain string.
      multivalued: documented?.multivalued === true || claim.toLowerCase() === 'amr',
      alternativeTypes: [],
    },
  };
}
