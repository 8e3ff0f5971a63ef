import type { Catalog, OidcProvider } from './catalog.ts';

interface IssuerPattern {
  readonly pattern: RegExp;
  readonly provider: OidcProvider;
}

const patternsOf = new WeakMap<readonly OidcProvider[], readonly IssuerPattern[]>();

/** The known provider of this issuer, without `https://` and in any letter case; templates such as EKS's fit too. */
export function findOidcProvider(catalog: Catalog, issuer: string): OidcProvider | undefined {
  return patterns(catalog.oidcProviders).find(({ pattern }) => pattern.test(issuer))?.provider;
}

/** Those without placeholders come first, as they say more. */
function patterns(providers: readonly OidcProvider[]): readonly IssuerPattern[] {
  const known = patternsOf.get(providers);
  if (known !== undefined) return known;
  const ordered = [...providers].sort((a, b) => Number(a.issuerIsTemplate) - Number(b.issuerIsTemplate));
  const made = ordered.map((provider) => ({ pattern: issuerPattern(provider), provider }));
  patternsOf.set(providers, made);
  return made;
}

function issuerPattern({ issuer, issuerIsTemplate }: OidcProvider): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const words = issuerIsTemplate ? /[A-Z][A-Z0-9_]+/ : /(?!)/;
  return new RegExp(`^${issuer.replace(/\/$/, '').split(words).map(literal).join('[^/]+?')}/?$`, 'i');
}
