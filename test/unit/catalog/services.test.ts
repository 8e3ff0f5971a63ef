import { describe, expect, it } from 'vitest';
import { readIamData } from '../../../scripts/catalog/iamData.mts';
import { readDependentActions } from '../../../scripts/catalog/tables.mts';
import { testCatalog } from '../../catalog.ts';

const iamData = readIamData();
const catalog = testCatalog();

describe('services as iam-data has them', () => {
  it('lists every one of them', () => {
    const prefixes = catalog.services.map((service) => service.prefix);
    expect(prefixes).toEqual([...prefixes].sort());
    expect(prefixes).toEqual(expect.arrayContaining(iamData.services.map((service) => service.prefix)));
  });

  it('keeps every action with its resources and keys', () => {
    for (const { prefix, actions } of iamData.services) {
      const service = catalog.service(prefix);
      for (const action of actions) {
        const found = service?.actions.get(action.name.toLowerCase());
        const resourceTypes = action.resourceTypes.map(({ name, required, conditionKeys }) => ({
          name,
          required,
          conditionKeys,
        }));
        expect(found).toMatchObject({
          name: action.name,
          prefix,
          resourceTypes,
          conditionKeys: action.conditionKeys,
        });
        expect(action.accessLevel.startsWith(found?.accessLevel ?? 'none')).toBe(true);
      }
    }
  });

  it('keeps every resource type', () => {
    for (const { prefix, resourceTypes } of iamData.services) {
      expect([...(catalog.service(prefix)?.resourceTypes.values() ?? [])]).toEqual(
        resourceTypes.map(({ key, arn, conditionKeys }) => ({
          name: key,
          arn,
          conditionKeys: conditionKeys ?? [],
        })),
      );
    }
  });

  it('keeps every condition key', () => {
    for (const { prefix, conditionKeys } of iamData.services) {
      // Keys that the project adds stand behind them.
      const kept = [...(catalog.service(prefix)?.conditionKeys.values() ?? [])].slice(
        0,
        conditionKeys.length,
      );
      expect(kept).toEqual(
        conditionKeys.map(({ key, type }) => ({
          key,
          type: type.replace('ArrayOf', ''),
          multivalued: type.startsWith('ArrayOf'),
          alternativeTypes: [],
        })),
      );
    }
  });

  it('keeps every description', () => {
    for (const { prefix, actions, conditionKeys } of iamData.services) {
      const descriptions = catalog.descriptions(prefix);
      for (const { name, description } of actions) {
        expect(descriptions?.actions.get(name.toLowerCase())).toBe(description);
      }
      for (const { key, description } of conditionKeys) {
        expect(descriptions?.conditionKeys.get(key.toLowerCase())).toBe(description);
      }
    }
  });

  it('lists actions in alphabetical order', () => {
    for (const { prefix } of catalog.services) {
      const names = [...(catalog.service(prefix)?.actions.keys() ?? [])];
      expect(names).toEqual([...names].sort());
    }
  });
});

describe('what the project adds to them', () => {
  it('gives actions their dependent actions', () => {
    for (const [action, further] of Object.entries(readDependentActions(iamData.services))) {
      const [prefix = '', name = ''] = action.split(':');
      expect(catalog.service(prefix)?.actions.get(name.toLowerCase())?.dependentActions).toEqual(further);
    }
    expect(catalog.service('lambda')?.actions.get('createfunction')?.dependentActions).toContain(
      'iam:PassRole',
    );
  });

  it('knows names IAM accepts though nobody documents them', () => {
    expect(catalog.service('deepracer')).toMatchObject({ added: true, actionCount: 0 });
    expect(catalog.service('memorydb')?.actions.get('replicatemultiregionclusterdata')?.added).toBe(true);
    expect(catalog.service('memorydb')).toMatchObject({ added: false });
    expect(catalog.service('elastic-inference')).toBeUndefined();
  });
});
