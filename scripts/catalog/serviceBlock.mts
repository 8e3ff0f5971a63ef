import {
  accessLevels,
  type DescriptionsBlock,
  keyTypes,
  type ServiceBlock,
} from '../../server/src/catalog/catalogFormat.ts';
import type { IamConditionKey, IamService } from './iamData.mts';

/** A service as a block of the catalog file. Throws when iam-data holds what the format has no place for. */
export function serviceBlock(
  service: IamService,
  dependentActions: Readonly<Record<string, readonly string[]>>,
): ServiceBlock {
  const keySets = interned<number[]>();
  const uses = interned<[number, 0 | 1, number][]>();
  const keyPositions = new Map(
    service.conditionKeys.map((key, position) => [key.key.toLowerCase(), position]),
  );
  const typePositions = new Map(service.resourceTypes.map((type, position) => [type.key, position]));
  const keySet = (keys: readonly string[]) =>
    keySets.positionOf(keys.map((key) => found(keyPositions.get(key.toLowerCase()), service, key)));
  const resourceTypes = service.resourceTypes.map(
    (type) => [type.key, type.arn, keySet(type.conditionKeys ?? [])] as const,
  );
  const actions = service.actions.map((action) => {
    const use = action.resourceTypes.map((type): [number, 0 | 1, number] => [
      found(typePositions.get(type.name), service, type.name),
      type.required ? 1 : 0,
      keySet(type.conditionKeys),
    ]);
    const dependents = dependentActions[`${service.prefix}:${action.name}`] ?? [];
    return [
      action.name,
      accessLevelPosition(action.accessLevel),
      keySet(action.conditionKeys),
      uses.positionOf(use),
      ...dependents,
    ] as const;
  });
  return {
    keys: service.conditionKeys.map(keyRow),
    keySets: keySets.list,
    resourceTypes,
    uses: uses.list,
    actions,
  };
}

const typeNames: readonly string[] = keyTypes;

export function descriptionsBlock(service: IamService): DescriptionsBlock {
  return {
    actions: service.actions.map((action) => action.description),
    keys: service.conditionKeys.map((key) => key.description),
  };
}

function keyRow({ key, type }: IamConditionKey): readonly [string, number, 0 | 1] {
  const [, array, name] = /^(ArrayOf)?(.*)$/.exec(type) ?? [];
  const position = typeNames.indexOf(name ?? '');
  if (position < 0) throw new Error(`iam-data: condition key ${key} has the unknown type ${type}.`);
  return [key, position, array === undefined ? 0 : 1];
}

/** iam-data writes `Tagging, Write` for what AWS's documentation calls Tagging. */
function accessLevelPosition(level: string): number {
  const position = accessLevels.findIndex((known) => level.startsWith(known));
  if (position < 0) throw new Error(`iam-data: unknown access level ${level}.`);
  return position;
}

function found(position: number | undefined, service: IamService, name: string): number {
  if (position === undefined) throw new Error(`iam-data: ${service.prefix} refers to the unknown ${name}.`);
  return position;
}

function interned<T>(): { readonly list: readonly T[]; positionOf(item: T): number } {
  const list: T[] = [];
  const positions = new Map<string, number>();
  return {
    list,
    positionOf(item) {
      const text = JSON.stringify(item);
      const position = positions.get(text) ?? list.push(item) - 1;
      positions.set(text, position);
      return position;
    },
  };
}
