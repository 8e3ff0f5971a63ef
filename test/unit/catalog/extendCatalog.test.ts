import { describe, expect, it } from 'vitest';
import { extendCatalog } from '../../../server/src/catalog/extendCatalog.ts';
import { findAction } from '../../../server/src/catalog/findAction.ts';
import { findConditionKey } from '../../../server/src/catalog/findConditionKey.ts';
import { testCatalog } from '../../catalog.ts';

const catalog = testCatalog();
const nothing = { additionalActions: [], additionalConditionKeys: [], additionalServices: [] };

describe('extendCatalog', () => {
  it('gives the catalog back when there is nothing to add', () => {
    expect(extendCatalog(catalog, nothing)).toBe(catalog);
    const malformed = ['', 's3', 's3:', ':Get', 's3:Get*', 'a b:c'];
    expect(extendCatalog(catalog, { ...nothing, additionalActions: malformed })).toBe(catalog);
    expect(extendCatalog(catalog, { ...nothing, additionalServices: ['', 'a:b', '*'] })).toBe(catalog);
  });

  it('adds an action to a service, spelt as given', () => {
    const extended = extendCatalog(catalog, {
      ...nothing,
      additionalActions: ['s3:NewThing', 'S3:GetObject'],
    });
    expect(findAction(extended, 's3', 'newthing')).toMatchObject({
      name: 'NewThing',
      prefix: 's3',
      added: true,
    });
    expect(findAction(extended, 's3', 'getobject')).toBe(findAction(catalog, 's3', 'getobject'));
    expect(extended.service('s3')?.added).toBe(false);
    const names = [...(extended.service('s3')?.actions.keys() ?? [])];
    expect(names).toEqual([...names].sort());
    expect(findAction(catalog, 's3', 'newthing')).toBeUndefined();
  });

  it('adds condition keys, of which any type will do', () => {
    const extended = extendCatalog(catalog, {
      ...nothing,
      additionalConditionKeys: ['s3:NewKey', 'aws:NewKey/${TagKey}', 's3:prefix'],
    });
    expect(findConditionKey(extended, 's3:newkey')).toMatchObject({ kind: 'service', service: 's3' });
    expect(findConditionKey(extended, 'aws:NewKey/a')).toMatchObject({ kind: 'global' });
    expect(findConditionKey(extended, 's3:NewKey')).toMatchObject({
      key: { type: 'String', alternativeTypes: expect.arrayContaining(['Numeric', 'Date', 'Bool', 'ARN']) },
    });
    expect(findConditionKey(extended, 's3:prefix')).toEqual(findConditionKey(catalog, 's3:prefix'));
    expect(findConditionKey(catalog, 's3:NewKey').kind).toBe('unknownServiceKey');
  });

  it('adds a service, itself or with an action, in the order of the prefixes', () => {
    const extended = extendCatalog(catalog, {
      ...nothing,
      additionalServices: ['newservice', 's3'],
      additionalActions: ['otherservice:Run'],
    });
    expect(extended.service('NewService')).toMatchObject({ prefix: 'newservice', added: true });
    expect(findAction(extended, 'otherservice', 'run')?.added).toBe(true);
    const prefixes = extended.services.map((service) => service.prefix);
    expect(prefixes).toEqual([...prefixes].sort());
    expect(prefixes).toHaveLength(catalog.services.length + 2);
    expect(findConditionKey(extended, 'newservice:Whatever').kind).toBe('service');
  });

  it('leaves everything else as it was', () => {
    const extended = extendCatalog(catalog, { ...nothing, additionalServices: ['newservice'] });
    expect(extended.date).toBe(catalog.date);
    expect(extended.regions).toBe(catalog.regions);
    expect(extended.service('ec2')).toBe(catalog.service('ec2'));
    expect(extended.meantPrefix('sfn')).toBe('states');
  });
});
