import { expandAction } from '../access/expandAction.ts';
import { grantedActions, partialDenials, unknownActions } from '../access/grantedActions.ts';
import { resourcesFor, typesOfAll } from '../access/resourcesFor.ts';
import type { Action, Catalog } from '../catalog/catalog.ts';
import { parseArn } from '../policy/arn.ts';
import type { PolicyDocument, Statement } from '../policy/model.ts';
import type {
  AccessDescription,
  AccessResources,
  AssumableRole,
  LevelAccess,
  ServiceAccess,
} from '../protocol.ts';
import type { StringNode } from '../syntax/node.ts';
import { conditionSentence } from './conditionSentence.ts';
import { writtenText } from './statementName.ts';
import { statementSentence } from './statementSentence.ts';

const levels: readonly LevelAccess['level'][] = [
  'List',
  'Read',
  'Write',
  'Permissions management',
  'Tagging',
  'Other',
];

/** So many resources, and so many conditions, of a service are told. */
const mostTold = 50;

/** Of each policy in the request. */
type Positions = ReadonlyMap<PolicyDocument | undefined, number>;
type Granted = ReadonlyMap<Action, readonly Statement[]>;

/**
 * What identity-based policies allow together, by service and access level, and what a boundary leaves of it. A text
 * that was no policy is undefined among them.
 */
export function describeAccess(
  given: readonly (PolicyDocument | undefined)[],
  boundary: PolicyDocument | undefined,
  catalog: Catalog,
): AccessDescription {
  const policies = given.filter((policy) => policy !== undefined);
  const granted = grantedActions(policies, catalog);
  const bounded = boundary && grantedActions([boundary], catalog);
  const byService = grouped(granted.keys(), ({ prefix }) => prefix);
  const positions = new Map(given.map((policy, index) => [policy, index]));
  const services = [...byService].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    everything: granted.size > 0 && granted.size === expandAction(catalog, '*').length,
    services: services.map(([prefix, actions]) => ({
      prefix,
      name: catalog.service(prefix)?.name ?? prefix,
      levels: levelsOf(prefix, actions, bounded, catalog),
      ...reachOf(actions, granted, positions, catalog),
    })),
    unknownActions: unknownActions(policies, catalog),
    partialDenials: partialDenials(boundary === undefined ? policies : [...policies, boundary]).map((one) =>
      statementSentence(one, catalog),
    ),
    assumableRoles: assumableRoles(granted, positions, catalog),
  };
}

function levelsOf(
  prefix: string,
  actions: readonly Action[],
  bounded: Granted | undefined,
  catalog: Catalog,
): readonly LevelAccess[] {
  const all = grouped(catalog.service(prefix)?.actions.values() ?? [], levelOf);
  const granted = grouped(actions, levelOf);
  return levels.flatMap((level) => {
    const own = granted.get(level) ?? [];
    if (own.length === 0) return [];
    const kept = bounded === undefined ? own : own.filter((action) => bounded.has(action));
    return [{ level, granted: own.length, kept: kept.length, all: all.get(level)?.length ?? own.length }];
  });
}

function levelOf({ added, accessLevel }: Action): LevelAccess['level'] {
  return added ? 'Other' : accessLevel;
}

/** By which policies, on what and under which conditions. */
function reachOf(
  actions: readonly Action[],
  granted: Granted,
  positions: Positions,
  catalog: Catalog,
): Pick<ServiceAccess, 'policies' | 'resources' | 'conditions' | 'unconditional'> {
  const statements = [...new Set(actions.flatMap((action) => granted.get(action) ?? []))];
  const conditions = statements.map(({ condition }) => conditionSentence(condition));
  const types = typesOfAll(actions, catalog);
  const resources = statements.map((statement) => resourcesFor(statement, types));
  return {
    policies: positionsOf(statements, positions),
    resources: joined(resources),
    conditions: [...new Set(conditions)].filter((sentence) => sentence !== '').slice(0, mostTold),
    unconditional: statements.some(({ condition }) => condition === undefined),
  };
}

function joined(all: readonly ReturnType<typeof resourcesFor>[]): AccessResources {
  const texts = (nodes: readonly StringNode[]) => [...new Set(nodes.map(writtenText))];
  const names = texts(all.flatMap(({ named }) => named));
  return {
    every: all.some(({ every }) => every),
    names: names.slice(0, mostTold),
    except: texts(all.flatMap(({ except }) => except)).slice(0, mostTold),
    more: Math.max(0, names.length - mostTold),
  };
}

function positionsOf(statements: readonly Statement[], positions: Positions): readonly number[] {
  const found = statements.flatMap(({ policy }) => positions.get(policy) ?? []);
  return [...new Set(found)].sort((one, other) => one - other);
}

/** What is denied whole is not among the granted actions. */
function assumableRoles(granted: Granted, positions: Positions, catalog: Catalog): readonly AssumableRole[] {
  const [assume] = expandAction(catalog, 'sts:AssumeRole');
  const statements = (assume && granted.get(assume)) ?? [];
  const named = statements.flatMap((statement) =>
    statement.resource?.name === 'Resource'
      ? statement.resource.entries.map((entry) => ({ statement, resource: writtenText(entry) }))
      : [],
  );
  const roles = named.filter(({ resource }) => resource === '*' || isOfRoles(resource));
  return [...grouped(roles, ({ resource }) => resource)].map(([resource, own]) => ({
    resource,
    policies: positionsOf(
      own.map(({ statement }) => statement),
      positions,
    ),
  }));
}

/** In order of the first of each. */
function grouped<Key, One>(all: Iterable<One>, keyOf: (one: One) => Key): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

function isOfRoles(resource: string): boolean {
  const arn = parseArn(resource);
  return arn?.service === 'iam' && (arn.resource.startsWith('role/') || arn.resource === '*');
}
