import type { Action, Catalog, Service } from './catalog.ts';
import { nearestNames } from './nearestNames.ts';
import { nearestServices } from './nearestServices.ts';
import { rememberByText } from './remember.ts';

const limit = 3;

/**
 * Actions that may be meant by one that does not exist, at most three: those it is known to stand for, then
 * similar ones of its service; where the prefix is wrong too, of the services near it. Remembered, as what is
 * wrong stands there until someone mends it.
 */
export function nearestActions(catalog: Catalog, prefix: string, name: string): readonly Action[] {
  return find(catalog, `${prefix}:${name}`);
}

const find = rememberByText((catalog: Catalog, written): readonly Action[] => {
  const colon = written.indexOf(':');
  const prefix = written.slice(0, colon);
  const name = written.slice(colon + 1);
  const own = catalog.service(prefix);
  const services = own
    ? [own]
    : nearestServices(catalog, prefix).flatMap((near) => catalog.service(near) ?? []);
  const found = [
    ...meantActions(catalog, written),
    ...services.flatMap((service) => [
      ...meantActions(catalog, `${service.prefix}:${name}`),
      ...similarActions(service, name),
    ]),
  ];
  return [...new Set(found)].slice(0, limit);
});

function meantActions(catalog: Catalog, action: string): readonly Action[] {
  const names = catalog.meantAction(action)?.actions ?? [];
  return names.flatMap((found) => {
    const [prefix = '', name = ''] = found.toLowerCase().split(':');
    return catalog.service(prefix)?.actions.get(name) ?? [];
  });
}

function similarActions({ actions }: Service, name: string): readonly Action[] {
  return nearestNames(name, actions.keys(), limit).flatMap((near) => actions.get(near) ?? []);
}
