import type { Action, Catalog, Service } from './catalog.ts';
import { nearestNames } from './nearestNames.ts';
import { nearestServices } from './nearestServices.ts';

/**
 * Actions that may be meant by one that does not exist, at most `limit`: those it is known to stand for, then
 * similar ones of its service; where the prefix is wrong too, of the services near it.
 */
export function nearestActions(catalog: Catalog, prefix: string, name: string, limit = 3): readonly Action[] {
  const own = catalog.service(prefix);
  const services = own
    ? [own]
    : nearestServices(catalog, prefix).flatMap((near) => catalog.service(near) ?? []);
  const found = [
    ...meantActions(catalog, `${prefix}:${name}`),
    ...services.flatMap((service) => [
      ...meantActions(catalog, `${service.prefix}:${name}`),
      ...similarActions(service, name, limit),
    ]),
  ];
  return [...new Set(found)].slice(0, limit);
}

function meantActions(catalog: Catalog, action: string): readonly Action[] {
  const names = catalog.meantAction(action)?.actions ?? [];
  return names.flatMap((found) => {
    const [prefix = '', name = ''] = found.toLowerCase().split(':');
    return catalog.service(prefix)?.actions.get(name) ?? [];
  });
}

function similarActions({ actions }: Service, name: string, limit: number): readonly Action[] {
  return nearestNames(name, actions.keys(), limit).flatMap((near) => actions.get(near) ?? []);
}
