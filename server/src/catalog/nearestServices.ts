import type { Catalog } from './catalog.ts';
import { nearestNames } from './nearestNames.ts';
import { rememberByText } from './remember.ts';

const limit = 3;

/**
 * Prefixes that may be meant by one that is no service's, at most three: the one it is known to stand for,
 * then similar prefixes, then those of services whose name begins with it. Remembered.
 */
export const nearestServices = rememberByText((catalog: Catalog, prefix): readonly string[] => {
  const meant = catalog.meantPrefix(prefix);
  const similar = nearestNames(
    prefix,
    catalog.services.map((service) => service.prefix),
    limit,
  );
  const word = letters(prefix);
  const named = catalog.services.filter(
    (service) => word.length > 2 && brandless(service.name).startsWith(word),
  );
  const all = [
    ...(meant === undefined ? [] : [meant]),
    ...similar,
    ...named.map((service) => service.prefix),
  ];
  return [...new Set(all)].slice(0, limit);
});

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function brandless(name: string): string {
  return letters(name.replace(/^(Amazon|AWS) /, ''));
}
