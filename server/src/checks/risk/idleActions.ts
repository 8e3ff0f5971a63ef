import { actionEntries } from '../../access/actionEntries.ts';
import type { ArnPattern } from '../../access/arnPattern.ts';
import { meets, typePatterns, typesOf } from '../../access/reachesEvery.ts';
import { resourceEntries } from '../../access/resourceEntries.ts';
import type { Action, Catalog, ResourceType, Service } from '../../catalog/catalog.ts';
import type { Statement } from '../../policy/model.ts';
import { hasWildcard, headsAgree } from '../../policy/wildcard.ts';
import type { StringNode } from '../../syntax/node.ts';
import { fitsNone, isArnService, wholeArn } from '../resource/arnPatterns.ts';

/** An entry of `Action` that applies to no resource of its statement, so that it does nothing. */
export interface IdleEntry {
  readonly node: StringNode;
  readonly text: string;
  /** The resource types of its actions; none where only `*` matches. */
  readonly types: readonly ResourceType[];
}

/**
 * The entries of `Action` that are used on none of the resources their statement names. Empty where a resource is
 * not known, or of a form that AWS does not document: other checks speak of those.
 */
export function idleEntries(statement: Statement, catalog: Catalog): readonly IdleEntry[] {
  if (statement.action?.name !== 'Action') return [];
  const resources = writtenResources(statement, catalog);
  if (resources === undefined) return [];
  const isMet = meeting(resources, catalog);
  const isUsed = (action: Action): boolean => isMet(action) || !isIdle(action);
  const idle: IdleEntry[] = [];
  for (const { node, meaning } of actionEntries(statement, catalog).all) {
    const { text, actions } = meaning;
    if (actions.length === 0 || actions.some(isUsed)) continue;
    const types = new Set(actions.flatMap((action) => typesOf(action, catalog)));
    idle.push({ node, text, types: [...types] });
  }
  if (idle.length === 0 || !areDocumented(statement, catalog)) return [];
  const { type: policyType } = statement.policy.kind;
  return policyType === 'resource' || policyType === 'rcp'
    ? idle.filter(({ types }) => types.some((type) => isOfTheirService(resources, type)))
    : idle;
}

/** What a policy of resources may not speak of at all, UNSUPPORTED_ACTION_IN_POLICY and its like say. */
function isOfTheirService(resources: readonly ArnPattern[], type: ResourceType): boolean {
  return typePatterns(type).some((pattern) => resources.some(({ service }) => service === pattern.service));
}

/** Tells of an action whether some of the resources may be of a type that it takes, or a type of its is not known. */
function meeting(resources: readonly ArnPattern[], catalog: Catalog): (action: Action) => boolean {
  const metTypes = new Map<ResourceType, boolean>();
  const isMetType = (type: ResourceType): boolean => {
    const known = metTypes.get(type) ?? resources.some((one) => mayBe(one, type));
    metTypes.set(type, known);
    return known;
  };
  // Actions that take the same share the list of it.
  const metLists = new Map<Action['resourceTypes'], boolean>();
  return ({ prefix, resourceTypes }) => {
    const met = metLists.get(resourceTypes) ?? takesSome(resourceTypes, catalog.service(prefix), isMetType);
    metLists.set(resourceTypes, met);
    return met;
  };
}

function takesSome(
  resourceTypes: Action['resourceTypes'],
  service: Service | undefined,
  isMet: (type: ResourceType) => boolean,
): boolean {
  return resourceTypes.some(({ name }) => {
    const type = service?.resourceTypes.get(name);
    return type === undefined || isMet(type);
  });
}

/** Whether an action does nothing where none of its resources is. */
function isIdle(action: Action): boolean {
  const { added, name, resourceTypes } = action;
  if (added || name.includes('Tag')) return false;
  return resourceTypes.length > 0 || listsAll(action);
}

/** Read in AWS's policies with the ARNs of log groups, which the service takes though its reference lists none. */
const unlisted: ReadonlySet<string> = new Set(['logs:DescribeLogGroups']);

/** Of actions without resource types the reference is surest about those that list what there is in the account. */
function listsAll({ prefix, name, accessLevel }: Action): boolean {
  const reads = accessLevel === 'List' || accessLevel === 'Read';
  return reads && /^(List|Describe)/.test(name) && !unlisted.has(`${prefix}:${name}`);
}

/** Undefined where one of them is not known, or is every resource. */
function writtenResources(statement: Statement, catalog: Catalog): readonly ArnPattern[] | undefined {
  const { resource: element } = statement;
  if (element?.name !== 'Resource' || element.entries.length === 0) return undefined;
  const { value } = element;
  if (value?.kind === 'array' && value.items.length !== element.entries.length) return undefined;
  const written: ArnPattern[] = [];
  for (const { meaning } of resourceEntries(statement, catalog)) {
    const pattern = meaning?.pattern;
    if (pattern === undefined || /^\**$/.test(pattern.resource)) return undefined;
    written.push(pattern);
  }
  return written;
}

/** Services whose resources are known to be matched to the last character, not only by how they begin. */
const exactServices: ReadonlySet<string> = new Set(['dynamodb', 's3']);

function mayBe(written: ArnPattern, type: ResourceType): boolean {
  if (exactServices.has(written.service)) return isOneName(written, type) && meets(written, type);
  const { service, resource } = written;
  if (!typePatterns(type).some((pattern) => headsAgree(pattern.resource, resource))) return false;
  return [resource, `${resource}/*`, `${resource}:*`].some((text) =>
    meets({ service, resource: text }, type),
  );
}

const slash = /\//g;

/** Names of buckets and tables hold no slash, so that nothing behind one belongs to them. */
function isOneName({ resource }: ArnPattern, { arn }: ResourceType): boolean {
  if (!/\$\{(BucketName|TableName)\}$/.test(arn)) return true;
  const documented = arn.slice(arn.lastIndexOf(':') + 1);
  return (resource.match(slash)?.length ?? 0) <= (documented.match(slash)?.length ?? 0);
}

function areDocumented(statement: Statement, catalog: Catalog): boolean {
  return resourceEntries(statement, catalog).every(({ meaning }) => {
    const arn = meaning && wholeArn(meaning.arn);
    if (arn === undefined) return false;
    return (
      hasWildcard(arn.service.text) || (isArnService(catalog, arn.service.text) && !fitsNone(catalog, arn))
    );
  });
}
