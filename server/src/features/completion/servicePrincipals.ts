import type { ServicePrincipal } from '../../catalog/catalog.ts';
import type { PolicyType } from '../../policy/policyType.ts';
import { type Proposal, type Proposals, textBody } from './completionItem.ts';
import type { StatementSite } from './site.ts';

type Kind = ServicePrincipal['kind'];

/** Nobody can write the trust policy of a service-linked role: such principals come last in one. */
const kindsFirst: Partial<Readonly<Record<PolicyType, readonly Kind[]>>> = {
  trust: ['service-role', 'resource-policy', 'service-linked'],
};
const usualFirst: readonly Kind[] = ['resource-policy', 'service-role', 'service-linked'];

/** Service principals, those that suit the type of policy and are used most first. */
export function servicePrincipals({ catalog, type }: StatementSite): Proposals {
  const kinds = kindsFirst[type] ?? usualFirst;
  return {
    proposals: rankedPrincipals(catalog.servicePrincipals, kinds).map(servicePrincipalProposal),
  };
}

/** In order of their kinds, then by rank; of kinds that are not asked for none. */
export function rankedPrincipals(
  principals: readonly ServicePrincipal[],
  kinds: readonly Kind[],
): readonly ServicePrincipal[] {
  const last = Number.MAX_SAFE_INTEGER;
  return principals
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted(
      (one, other) =>
        kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || (one.rank ?? last) - (other.rank ?? last),
    );
}

export function servicePrincipalProposal({ principal, service }: ServicePrincipal): Proposal {
  return {
    label: principal,
    kind: 'principal',
    detail: service,
    body: textBody(principal),
    doc: { kind: 'principal', type: 'Service', text: principal },
  };
}
