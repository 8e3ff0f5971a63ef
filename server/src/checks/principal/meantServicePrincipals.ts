import type { Catalog } from '../../catalog/catalog.ts';
import { findServicePrincipal } from '../../catalog/findServicePrincipal.ts';
import type { StringNode } from '../../syntax/node.ts';
import type { Fix } from '../check.ts';
import { changeListed } from '../listFixes.ts';

/**
 * Service principals that a text in another form may mean: in the wrong letter case, as an address, with a Region in
 * it or without the domain; the short form of a service's name finds the principals of that service. Best first.
 */
export function meantServicePrincipals(catalog: Catalog, text: string): readonly string[] {
  const lower = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[./]+$/, '');
  const region = catalog.regions.find(({ code }) => lower.includes(`.${code}`));
  const plain = region === undefined ? lower : lower.replace(`.${region.code}`, '');
  const forms = [lower, `${lower}.amazonaws.com`, plain, `${plain}.amazonaws.com`];
  const known = forms.filter((name) => {
    const found = findServicePrincipal(catalog, name);
    return found !== undefined && (found.region === undefined || name === lower);
  });
  if (known.length > 0) return [...new Set(known)];
  const prefix = catalog.meantPrefix(lower) ?? lower;
  return catalog.servicePrincipals
    .filter((one) => one.prefix === prefix)
    .map(({ principal }) => principal)
    .slice(0, 3);
}

/** Another letter case is surely a slip. */
export function changeToServicePrincipal(node: StringNode, text: string, meant: readonly string[]): Fix[] {
  const same = meant.filter((name) => name === text.toLowerCase());
  return same.length > 0 ? changeListed(node, same, true) : changeListed(node, meant);
}
