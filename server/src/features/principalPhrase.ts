import type { Catalog } from '../catalog/catalog.ts';
import { findOidcProvider } from '../catalog/findOidcProvider.ts';
import { findServicePrincipal } from '../catalog/findServicePrincipal.ts';
import type { PrincipalType } from '../policy/model.ts';
import { type Principal, parsePrincipal } from '../policy/principalArn.ts';

/** A principal as it is named in a sentence, such as `role deploy of account 111122223333`. */
export function principalPhrase(type: PrincipalType | undefined, text: string, catalog: Catalog): string {
  const principal = type && parsePrincipal(type, text);
  return principal === undefined ? text : phraseOf(principal, catalog);
}

export function phraseOf(principal: Principal, catalog: Catalog): string {
  switch (principal.kind) {
    case 'everyone':
      return 'everyone';
    case 'account':
    case 'root':
      return `account ${principal.account}`;
    case 'role':
    case 'user':
      return `${principal.kind} ${principal.name} of account ${principal.account}`;
    case 'assumedRole':
      return `session ${principal.session} of role ${principal.role} of account ${principal.account}`;
    case 'federatedUser':
      return `federated user ${principal.name} of account ${principal.account}`;
    case 'uniqueId':
      return `a deleted ${principal.of} (${principal.id})`;
    case 'originAccessIdentity':
      return `CloudFront origin access identity ${principal.id}`;
    case 'samlProvider':
      return `users of SAML provider ${principal.name}`;
    case 'oidcProvider':
    case 'builtInProvider':
      return `identities of ${findOidcProvider(catalog, principal.issuer)?.name ?? principal.issuer}`;
    case 'service': {
      const found = findServicePrincipal(catalog, principal.name);
      const region = found?.region === undefined ? '' : ` in ${found.region.name}`;
      return found === undefined ? principal.name : `${found.principal.service}${region}`;
    }
    case 'canonicalUser':
      return `the account with canonical id ${principal.id}`;
  }
}
