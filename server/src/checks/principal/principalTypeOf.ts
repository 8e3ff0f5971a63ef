import type { Catalog } from '../../catalog/catalog.ts';
import { findOidcProvider } from '../../catalog/findOidcProvider.ts';
import type { PrincipalType } from '../../policy/model.ts';
import { parsePrincipal } from '../../policy/principalArn.ts';
import { isServicePrincipal } from '../../policy/servicePrincipal.ts';

/** The key of `Principal` under which a text belongs; undefined for one that has the form of no principal. */
export function principalTypeOf(text: string, catalog: Catalog): PrincipalType | undefined {
  if (text === '*' || parsePrincipal('AWS', text) !== undefined) return 'AWS';
  const federated = parsePrincipal('Federated', text)?.kind;
  const builtIn = findOidcProvider(catalog, text)?.builtInToAws === true;
  if (builtIn || (federated !== undefined && federated !== 'builtInProvider')) return 'Federated';
  if (isServicePrincipal(text)) return 'Service';
  return parsePrincipal('CanonicalUser', text) === undefined ? undefined : 'CanonicalUser';
}
