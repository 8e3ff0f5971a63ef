import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readIamData } from '../../../scripts/catalog/iamData.mts';
import { findAction } from '../../../server/src/catalog/findAction.ts';
import { testCatalog } from '../../catalog.ts';

const catalog = testCatalog();

function data(name: string) {
  return JSON.parse(readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8'));
}

function exists(action: string): boolean {
  const [prefix = '', name = ''] = action.split(':');
  return findAction(catalog, prefix, name) !== undefined;
}

const tables = [
  'actionNotes',
  'dependentActions',
  'globalConditionKeys',
  'meantActions',
  'meantPrefixes',
  'oidcProviders',
  'passedRoles',
  'privilegeEscalation',
  'regions',
  'sensitiveActions',
  'serviceLinkedRoles',
  'servicePrincipals',
  'unlistedNames',
];

describe('the data under data/', () => {
  it.each(tables)('%s says where it comes from and of when it is', (name) => {
    const { origin, date } = data(name);
    expect(origin.length).toBeGreaterThan(0);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('each table comes back as it was written', () => {
  it('global condition keys', () => {
    const { keys, crossServiceKeys, deprecatedKeys } = data('globalConditionKeys');
    for (const row of [...keys, ...crossServiceKeys, ...deprecatedKeys]) {
      expect(catalog.globalKeys.byName.get(row.key.toLowerCase())).toMatchObject(row);
    }
    expect(keys).toHaveLength(53);
    expect(catalog.globalKeys.byName.get('aws:sourceowner')?.deprecatedFor).toBe('aws:SourceAccount');
    expect(catalog.globalKeys.byName.get('aws:epochtime')?.alternativeTypes).toEqual(['Numeric']);
  });

  it('service principals', () => {
    expect(catalog.servicePrincipals).toMatchObject(data('servicePrincipals').principals);
    expect(catalog.servicePrincipals).toHaveLength(474);
    expect(catalog.servicePrincipals.find((row) => row.principal === 'ec2.amazonaws.com')).toMatchObject({
      trustActions: ['sts:AssumeRole'],
      confusedDeputyKeys: [],
    });
  });

  it('service-linked roles', () => {
    expect(catalog.serviceLinkedRoles).toMatchObject(data('serviceLinkedRoles').roles);
    expect(catalog.serviceLinkedRoles).toHaveLength(291);
  });

  it('OIDC providers', () => {
    expect(catalog.oidcProviders).toMatchObject(data('oidcProviders').providers);
    expect(catalog.oidcProviders).toHaveLength(46);
  });

  it('Regions and partitions', () => {
    expect(catalog.regions).toEqual(data('regions').regions);
    expect(catalog.partitions).toEqual(data('regions').partitions);
  });

  it('services of resource control policies', () => {
    expect([...catalog.rcpServices]).toEqual(readIamData().rcpServices);
  });

  it('what was meant by a name', () => {
    const { operations, slips } = data('meantActions');
    for (const [name, { confidence: _, ...row }] of Object.entries<Record<string, unknown>>({
      ...slips,
      ...operations,
    })) {
      expect(catalog.meantAction(name), name).toMatchObject(row);
    }
    expect(catalog.meantAction('S3:listobjects')?.actions).toEqual(['s3:ListBucket']);
    for (const [word, prefix] of Object.entries(data('meantPrefixes').prefixes)) {
      expect(catalog.meantPrefix(word)).toBe(prefix);
    }
    expect(catalog.meantPrefix('StepFunctions')).toBe('states');
  });

  it('notes on actions', () => {
    for (const { id: _, actions, ...row } of data('actionNotes').notes) {
      for (const action of actions.filter(exists)) {
        expect(catalog.actionNotes(action)).toContainEqual(expect.objectContaining(row));
      }
    }
    expect(catalog.actionNotes('sts:getcalleridentity').length).toBeGreaterThan(0);
    expect(catalog.actionNotes('s3:NoSuchAction')).toEqual([]);
  });
});

describe('references inside the tables', () => {
  it('mean actions and prefixes that exist, and give no other meaning to one that does', () => {
    const { operations, slips } = data('meantActions');
    for (const name of [...Object.keys(operations), ...Object.keys(slips)]) {
      expect(exists(name), name).toBe(false);
      const meant = catalog.meantAction(name);
      for (const action of [...(meant?.actions ?? []), ...(meant?.conditionalActions ?? [])]) {
        expect(exists(action), action).toBe(true);
      }
    }
    for (const [word, prefix] of Object.entries<string>(data('meantPrefixes').prefixes)) {
      expect(catalog.service(word), word).toBeUndefined();
      expect(catalog.service(prefix), prefix).toBeDefined();
    }
  });

  it('depend on actions that exist', () => {
    for (const { prefix } of catalog.services) {
      for (const action of catalog.service(prefix)?.actions.values() ?? []) {
        for (const further of action.dependentActions) expect(exists(further), further).toBe(true);
      }
    }
  });

  it('suggest managed policies that exist, and keys and actions that do', () => {
    const arns = new Set(catalog.managedPolicies.map((policy) => policy.arn));
    for (const { suggestedManagedPolicies, confusedDeputyKeys, trustActions } of catalog.servicePrincipals) {
      for (const arn of suggestedManagedPolicies) expect(arns).toContain(arn);
      for (const key of confusedDeputyKeys)
        expect(catalog.globalKeys.byName.has(key.toLowerCase()), key).toBe(true);
      for (const action of trustActions) expect(exists(action), action).toBe(true);
    }
  });

  it('name services that exist', () => {
    for (const { supportedServices } of catalog.globalKeys.byName.values()) {
      for (const prefix of supportedServices ?? []) expect(catalog.service(prefix), prefix).toBeDefined();
    }
    for (const prefix of catalog.rcpServices) expect(catalog.service(prefix), prefix).toBeDefined();
    for (const prefix of [...catalog.conditionKeyHomes.values()].flat())
      expect(catalog.service(prefix)).toBeDefined();
  });

  it('put every Region in a partition', () => {
    const partitions = catalog.partitions.map((partition) => partition.id);
    expect(partitions).toHaveLength(8);
    for (const { partition } of catalog.regions) expect(partitions).toContain(partition);
    expect(new Set(catalog.regions.map((region) => region.code)).size).toBe(catalog.regions.length);
  });
});

describe('what a policy puts at risk', () => {
  it('escalation paths, each with an action to limit', () => {
    expect(catalog.escalationPaths).toMatchObject(data('privilegeEscalation').paths);
    const limited = catalog.escalationPaths.filter(
      ({ every, same }) => every.length > 0 || same.length === 2,
    );
    expect(limited).toHaveLength(131);
  });

  it('sensitive actions and those that name a role exist', () => {
    const { credentials, data: bulk, exposure } = catalog.sensitiveActions;
    for (const action of [...credentials, ...bulk, ...exposure, ...catalog.passedRoles.alwaysNamed]) {
      expect(exists(action), action).toBe(true);
    }
    expect(credentials).toContain('secretsmanager:GetSecretValue');
    expect(bulk).toContain('s3:GetObject');
    expect(exposure).toContain('s3:PutBucketPolicy');
  });

  it('the services a role is passed to are service principals', () => {
    const known = new Set(catalog.servicePrincipals.map(({ principal }) => principal));
    const { passedTo } = catalog.passedRoles;
    expect(
      Object.values(passedTo)
        .flat()
        .filter((principal) => !known.has(principal)),
    ).toEqual([]);
    const naming = catalog.escalationPaths.filter(({ every }) => every.includes('iam:PassRole'));
    const unserved = naming.filter(
      ({ some }) => !some.some((action) => (action.split(':')[0] ?? '') in passedTo),
    );
    expect(unserved.map(({ id }) => id)).toEqual([]);
  });
});
