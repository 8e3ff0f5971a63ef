import type { Catalog, OidcProvider, ServicePrincipal } from '../catalog/catalog.ts';
import type { RoleCatalog, TrustedProvider, TrustedService } from '../protocol.ts';

/** What roles are made from: policies to attach, and whom to trust. */
export function roleCatalog({
  managedPolicies,
  servicePrincipals,
  oidcProviders,
  serviceLinkedRoles,
}: Catalog): RoleCatalog {
  return {
    managedPolicies: managedPolicies
      .filter(({ serviceLinked }) => !serviceLinked)
      .map(({ name, arn }) => ({ name, arn })),
    servicePrincipals: servicePrincipals
      .filter(({ kind, confidence }) => kind === 'service-role' && confidence !== 'low')
      .toSorted((one, other) => rank(one) - rank(other) || compare(one.service, other.service))
      .map(trustedService),
    serviceLinkedRoles: serviceLinkedRoles
      .map(({ awsServiceName, service, roleName }) => ({
        principal: awsServiceName,
        service,
        roleName: roleName ?? null,
      }))
      .toSorted((one, other) => compare(one.service, other.service)),
    oidcProviders: oidcProviders.filter(({ builtInToAws }) => !builtInToAws).map(trustedProvider),
  };
}

function rank(principal: ServicePrincipal): number {
  return principal.rank ?? Number.POSITIVE_INFINITY;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function trustedService(one: ServicePrincipal): TrustedService {
  return {
    principal: one.principal,
    service: one.service,
    use: one.commonUse ?? null,
    actions: one.trustActions,
    confusedDeputyKeys: one.confusedDeputyKeys,
    managedPolicies: one.suggestedManagedPolicies,
  };
}

function trustedProvider(one: OidcProvider): TrustedProvider {
  return {
    name: one.name,
    issuer: one.issuer,
    isTemplate: one.issuerIsTemplate,
    audience: one.audience ?? null,
    subjectClaim: one.requiredClaim ?? null,
    subjectFormat: one.subjectFormat ?? null,
    subjectExamples: one.subjectExamples,
  };
}
