import type { Catalog, Service } from './catalog.ts';
import { nearestNames } from './nearestNames.ts';
import { nearestServices } from './nearestServices.ts';

/**
 * Actions, `prefix:Name`, that may be meant by one that does not exist, at most `limit`: those it is known to
 * stand for, then similar ones of its service; where the prefix is wrong too, of the services near it.
 */
export function nearestActions(catalog: Catalog, prefix: string, name: string, limit = 3): readonly string[] {
  const meant = catalog.meantAction(`${prefix}:${name}`)?.actions ?? [];
  const own = catalog.service(prefix);
  const services = own
    ? [own]
    : nearestServices(catalog, prefix).flatMap((near) => catalog.service(near) ?? []);
  const similar = services.flatMap((service) => [
    ...(catalog.meantAction(`${service.prefix}:${name}`)?.actions ?? []),
    ...similarActions(service, name, limit),
  ]);
  return [...new Set([...meant, ...similar])].slice(0, limit);
}

function similarActions({ prefix, actions }: Service, name: string, limit: number): readonly string[] {
  return nearestNames(name, actions.keys(), limit).map(
    (near) => `${prefix}:${actions.get(near)?.name ?? near}`,
  );
}
