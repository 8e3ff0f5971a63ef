import type { Catalog, Region, ServicePrincipal } from './catalog.ts';

export interface FoundServicePrincipal {
  readonly principal: ServicePrincipal;
  /** The Region in the name, as in `logs.eu-west-1.amazonaws.com`. */
  readonly region: Region | undefined;
}

const byName = new WeakMap<readonly ServicePrincipal[], ReadonlyMap<string, ServicePrincipal>>();

/** The service principal of this name, in its plain, Regional or China form and any letter case. */
export function findServicePrincipal(catalog: Catalog, name: string): FoundServicePrincipal | undefined {
  const plain = name.toLowerCase().replace(/\.amazonaws\.com\.cn$/, '.amazonaws.com');
  const known = principals(catalog.servicePrincipals);
  const principal = known.get(plain);
  if (principal !== undefined) return { principal, region: undefined };
  const region = catalog.regions.find(
    ({ code }) => plain.startsWith(`${code}.`) || plain.includes(`.${code}.`),
  );
  const regional = region && known.get(plain.replace(`${region.code}.`, ''));
  return regional && { principal: regional, region };
}

function principals(list: readonly ServicePrincipal[]): ReadonlyMap<string, ServicePrincipal> {
  const known = byName.get(list) ?? new Map(list.map((item) => [item.principal, item]));
  byName.set(list, known);
  return known;
}
