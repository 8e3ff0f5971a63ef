import type { Catalog, ConditionKey } from '../../catalog/catalog.ts';
import { findOidcProvider } from '../../catalog/findOidcProvider.ts';
import { findServicePrincipal } from '../../catalog/findServicePrincipal.ts';
import type { Principal } from '../../policy/principalArn.ts';
import { conditionKeyNamed } from './operators.ts';
import type { StatementSite } from './site.ts';
import { principalsOf } from './trustActions.ts';

/** Condition keys that go with the principals of a trust policy's statement, the most needed first. */
export function providerKeys({ statement, catalog }: StatementSite): readonly ConditionKey[] {
  const names = principalsOf(statement).flatMap((principal) => keyNames(principal, catalog));
  return [...new Set(names)].flatMap((name) => conditionKeyNamed(name, catalog) ?? []);
}

function keyNames(principal: Principal, catalog: Catalog): readonly string[] {
  switch (principal.kind) {
    case 'samlProvider':
      return samlKeys(catalog);
    case 'oidcProvider':
    case 'builtInProvider':
      return issuerKeys(principal.issuer, catalog);
    case 'service':
      return findServicePrincipal(catalog, principal.name)?.principal.confusedDeputyKeys ?? [];
    case 'account':
    case 'root':
      return ['sts:ExternalId', 'aws:PrincipalArn', 'aws:PrincipalOrgID'];
    default:
      return [];
  }
}

function samlKeys(catalog: Catalog): readonly string[] {
  const keys = [...(catalog.service('sts')?.conditionKeys.values() ?? [])].map(({ key }) => key);
  return ['saml:aud', 'saml:iss', ...keys.filter((key) => key.startsWith('saml:'))];
}

/** Audience and subject, then the further claims of a known provider. */
function issuerKeys(issuer: string, catalog: Catalog): readonly string[] {
  const provider = findOidcProvider(catalog, issuer);
  const claims = provider?.claims ?? ['aud', 'sub'];
  const needed = (provider?.enforcedByIam ?? []).filter((key) => key.startsWith('sts:'));
  return [...needed, ...claims.map((claim) => `${issuer}:${claim}`)];
}
