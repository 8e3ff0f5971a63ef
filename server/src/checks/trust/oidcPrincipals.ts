import type { PrincipalEntry, Statement } from '../../policy/model.ts';
import { parsePrincipal } from '../../policy/principalArn.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import { type Limits, limitsCallers } from './callerLimit.ts';
import { includesAction } from './includesAction.ts';

/** The issuer of GitHub Actions; GitHub Enterprise has issuers of its own, which it shares with nobody. */
export const gitHubIssuer = 'token.actions.githubusercontent.com';

const assume = 'sts:assumerolewithwebidentity';

export interface OidcPrincipal {
  readonly node: StringNode;
  /** In lower case, without `https://` and without a slash at the end. */
  readonly issuer: string;
}

/**
 * The OIDC providers whose users an Allow statement lets assume the role, those AWS has built in among them; none
 * while the actions are not known, or where a provider or a condition key is still a template's variable.
 */
export function oidcPrincipals(statement: Statement): readonly OidcPrincipal[] {
  const { effect, principal, condition } = statement;
  if (effect?.allows !== 'Allow' || principal?.name !== 'Principal') return [];
  if (includesAction(statement, assume) !== 'yes') return [];
  const keys = (condition?.operators ?? []).flatMap(({ conditions }) => conditions.map(({ key }) => key));
  if (keys.some((key) => literalOf(key)?.includes('${'))) return [];
  return principal.entries.flatMap(oidcPrincipal);
}

function oidcPrincipal({ type, node }: PrincipalEntry): OidcPrincipal[] {
  const text = literalOf(node);
  if (type !== 'Federated' || text === undefined || text.includes('${')) return [];
  const parsed = parsePrincipal(type, text);
  if (parsed?.kind !== 'oidcProvider' && parsed?.kind !== 'builtInProvider') return [];
  return [{ node, issuer: plainIssuer(parsed.issuer) }];
}

/** Without the slash at its end, which the ARN of a provider may lack while its condition keys have it. */
function plainIssuer(issuer: string): string {
  return issuer.toLowerCase().replace(/\/$/, '');
}

/** The issuer of a condition key and the claim, both in lower case; undefined for a key that is no claim's. */
export function claimOf(key: string): { readonly issuer: string; readonly claim: string } | undefined {
  const colon = key.lastIndexOf(':');
  const issuer = plainIssuer(key.slice(0, colon));
  return issuer.includes('.') ? { issuer, claim: key.slice(colon + 1).toLowerCase() } : undefined;
}

/** As `limitsCallers`, for those who assume the role with a web identity. */
export function limitsWebIdentities(statement: Statement, limits: Limits): boolean {
  return limitsCallers(statement, limits, (other) => includesAction(other, assume) !== 'no');
}
