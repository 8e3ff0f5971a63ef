import type {
  Action,
  ConditionKey,
  ResourceType,
  Service,
  ServiceDescriptions,
  ServiceSummary,
} from './catalog.ts';
import { accessLevels, type DescriptionsBlock, keyTypes, type ServiceBlock } from './catalogFormat.ts';

const nothing: readonly never[] = [];

/** A service from its block. Lists that several actions share are one and the same array. */
export function decodeService(summary: ServiceSummary, block: ServiceBlock): Service {
  const keys = block.keys.map(
    ([key, type, multivalued]): ConditionKey => ({
      key,
      type: at(keyTypes, type),
      multivalued: multivalued === 1,
      alternativeTypes: nothing,
    }),
  );
  const keySets = block.keySets.map((set) => set.map((position) => at(keys, position).key));
  const types = block.resourceTypes.map(
    ([name, arn, set]): ResourceType => ({ name, arn, conditionKeys: at(keySets, set) }),
  );
  const uses = block.uses.map((list) =>
    list.map(([type, required, set]) => ({
      name: at(types, type).name,
      required: required === 1,
      conditionKeys: at(keySets, set),
    })),
  );
  const actions = new Map<string, Action>();
  for (const [name, level, set, use, ...dependentActions] of block.actions) {
    actions.set(name.toLowerCase(), {
      name,
      prefix: summary.prefix,
      accessLevel: at(accessLevels, level),
      resourceTypes: at(uses, use),
      conditionKeys: at(keySets, set),
      dependentActions: dependentActions.length === 0 ? nothing : dependentActions,
      added: false,
    });
  }
  return {
    prefix: summary.prefix,
    name: summary.name,
    actionCount: summary.actionCount,
    actions,
    resourceTypes: new Map(types.map((type) => [type.name, type])),
    conditionKeys: new Map(keys.map((key) => [key.key.toLowerCase(), key])),
    added: false,
  };
}

/** The descriptions of a service whose block lists its actions and keys in the same order. */
export function decodeDescriptions(service: Service, block: DescriptionsBlock): ServiceDescriptions {
  return {
    actions: new Map(
      [...service.actions.keys()].map((name, position) => [name, at(block.actions, position)]),
    ),
    conditionKeys: new Map(
      [...service.conditionKeys.keys()].map((key, position) => [key, at(block.keys, position)]),
    ),
  };
}

function at<T>(list: readonly T[], position: number): T {
  const item = list[position];
  if (item === undefined)
    throw new Error('The catalog file is damaged. Run `npm run catalog` to write it anew.');
  return item;
}
