import { actionEntries } from '../../access/actionEntries.ts';
import { type ArnPattern, meets, typePatterns, typesOf, writtenPattern } from '../../access/reachesEvery.ts';
import type { Action, Catalog, ResourceType } from '../../catalog/catalog.ts';
import { arnParts } from '../../policy/arn.ts';
import type { Statement } from '../../policy/model.ts';
import { hasWildcard, headsAgree } from '../../policy/wildcard.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
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
  const resources = writtenResources(statement);
  if (resources === undefined) return [];
  const seen = new Map<ResourceType, boolean>();
  const isMet = (type: ResourceType): boolean => {
    const known = seen.get(type) ?? resources.some((one) => mayBe(one, type));
    seen.set(type, known);
    return known;
  };
  const isUsed = (action: Action): boolean => !isIdle(action, isMet, catalog);
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

function isIdle(action: Action, isMet: (type: ResourceType) => boolean, catalog: Catalog): boolean {
  const { added, name, prefix, resourceTypes } = action;
  if (added || name.includes('Tag')) return false;
  if (resourceTypes.length === 0) return listsAll(action);
  const types = catalog.service(prefix)?.resourceTypes;
  for (const { name: typeName } of resourceTypes) {
    const type = types?.get(typeName);
    if (type === undefined || isMet(type)) return false;
  }
  return true;
}

/** Read in AWS's policies with the ARNs of log groups, which the service takes though its reference lists none. */
const unlisted: ReadonlySet<string> = new Set(['logs:DescribeLogGroups']);

/** Of actions without resource types the reference is surest about those that list what there is in the account. */
function listsAll({ prefix, name, accessLevel }: Action): boolean {
  const reads = accessLevel === 'List' || accessLevel === 'Read';
  return reads && /^(List|Describe)/.test(name) && !unlisted.has(`${prefix}:${name}`);
}

/** Undefined where one of them is not known, or is every resource. */
function writtenResources({ resource: element }: Statement): readonly ArnPattern[] | undefined {
  if (element?.name !== 'Resource' || element.entries.length === 0) return undefined;
  const { value } = element;
  if (value?.kind === 'array' && value.items.length !== element.entries.length) return undefined;
  const written: ArnPattern[] = [];
  for (const node of element.entries) {
    const pattern = writtenPattern(literalOf(node) ?? '');
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

function areDocumented({ resource }: Statement, catalog: Catalog): boolean {
  return (resource?.entries ?? []).every((node) => {
    const arn = wholeArn(arnParts(literalOf(node) ?? ''));
    if (arn === undefined) return false;
    return (
      hasWildcard(arn.service.text) || (isArnService(catalog, arn.service.text) && !fitsNone(catalog, arn))
    );
  });
}
