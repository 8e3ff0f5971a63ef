import type { AccessDescription, ServiceAccess } from '../../../../server/src/protocol.ts';
import { heaviestLevel, levelsByWeight, levelsInShort, resourcesInShort } from '../accessText.ts';
import type { NodeText } from './column.ts';

/** A node of services: one alone, or all that share their heaviest access level. */
export interface ServiceGroup {
  readonly text: NodeText;
  readonly policies: readonly number[];
  readonly resources: readonly string[];
  readonly conditional: boolean;
}

/** One group a service while there are no more than `most`, else one for each access level. */
export function serviceGroups(
  { everything, services }: AccessDescription,
  most: number,
): readonly ServiceGroup[] {
  if (everything && services.every(isWhole)) return [joined('Everything', 'Every service', services)];
  if (services.length <= most) return services.map(single);
  const byLevel = levelsByWeight.map((level) => services.filter((one) => heaviestLevel(one) === level));
  const nothing = services.filter((one) => heaviestLevel(one) === undefined);
  return [
    ...byLevel.map((own, index) => ({ own, detail: `up to ${levelsByWeight[index]}` })),
    { own: nothing, detail: 'nothing within the boundary' },
  ].flatMap(({ own, detail }) => {
    const [first] = own;
    if (first === undefined) return [];
    return own.length === 1 ? [single(first)] : [joined(detail, `${own.length} services`, own)];
  });
}

function isWhole({ levels }: ServiceAccess): boolean {
  return levels.every(({ kept, all }) => kept === all);
}

function single(service: ServiceAccess): ServiceGroup {
  const { name, prefix, policies, resources, conditions, unconditional } = service;
  const short = levelsInShort(service);
  const on = resourcesInShort(resources);
  return {
    text: {
      kind: 'service',
      caption: 'Service',
      title: name,
      detail: short,
      about: [`${name} (${prefix}): ${short} on ${on}`, ...conditions].join('; '),
    },
    policies,
    resources: resources.names,
    conditional: !unconditional,
  };
}

function joined(detail: string, title: string, services: readonly ServiceAccess[]): ServiceGroup {
  return {
    text: {
      kind: 'service',
      caption: 'Services',
      title,
      detail,
      about: services.map(({ name }) => name).join(', '),
    },
    policies: [...new Set(services.flatMap(({ policies }) => policies))],
    resources: [...new Set(services.flatMap(({ resources }) => resources.names))],
    conditional: services.every(({ unconditional }) => !unconditional),
  };
}
