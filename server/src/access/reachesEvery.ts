import type { Action, Catalog, ResourceType } from '../catalog/catalog.ts';
import type { Statement } from '../policy/model.ts';
import { headsAgree, includesPattern, matchesPattern, patternsOverlap } from '../policy/wildcard.ts';
import { type ArnPattern, anything, writtenPattern } from './arnPattern.ts';
import { resourceEntries } from './resourceEntries.ts';

const patternsOfTypes = new WeakMap<ResourceType, readonly ArnPattern[]>();

/** Patterns of the ARNs that resources of a type have; AWS lists several for a few types. */
export function typePatterns(type: ResourceType): readonly ArnPattern[] {
  let patterns = patternsOfTypes.get(type);
  if (patterns === undefined) {
    patterns = type.arn.split(/,\s*(?=arn:)/).flatMap((arn) => writtenPattern(arn) ?? []);
    patternsOfTypes.set(type, patterns);
  }
  return patterns;
}

/** The resource types that an action takes. */
export function typesOf({ prefix, resourceTypes }: Action, catalog: Catalog): readonly ResourceType[] {
  const types = catalog.service(prefix)?.resourceTypes;
  return resourceTypes.flatMap(({ name }) => types?.get(name) ?? []);
}

/** The patterns of a statement's resources. What a variable stands for is one of many, and so is what a hole does. */
export function fixedResources(statement: Statement, catalog: Catalog): readonly ArnPattern[] {
  return resourceEntries(statement, catalog).flatMap(({ meaning }) =>
    meaning?.pattern === undefined || meaning.text.includes('${') ? [] : meaning.pattern,
  );
}

/**
 * Whether the resources of a statement are all that an action can be used on, of each type that it needs or that
 * the statement names. A part of a name is taken as a choice. True for what takes no resource but `*`.
 */
export function reachesEvery(statement: Statement, action: Action, catalog: Catalog): boolean {
  const { resource: element } = statement;
  if (element === undefined) return false;
  if (element.name === 'NotResource') return element.entries.length > 0;
  const written = fixedResources(statement, catalog);
  if (written.some(isAnything)) return true;
  const types = typesOf(action, catalog);
  const required = new Set(action.resourceTypes.flatMap((one) => (one.required ? [one.name] : [])));
  const inPlay = types.filter((type) => required.has(type.name) || written.some((one) => meets(one, type)));
  return inPlay.length > 0 && inPlay.every((type) => written.some((one) => covers(one, type)));
}

/** Whether an action can be used on any of the resources of a statement. True where one is not known. */
export function reachesSome(statement: Statement, action: Action, catalog: Catalog): boolean {
  if (statement.resource === undefined) return false;
  if (statement.resource.name === 'NotResource') return true;
  const types = typesOf(action, catalog);
  return resourceEntries(statement, catalog).some(({ meaning }) => {
    const written = meaning === undefined ? anything : meaning.pattern;
    if (written === undefined) return false;
    return isAnything(written) || types.some((type) => meets(written, type));
  });
}

function isAnything({ service, resource }: ArnPattern): boolean {
  return service === '*' && resource === '*';
}

/** Whether an ARN as a policy writes it may be that of a resource of the type. */
export function meets(written: ArnPattern, type: ResourceType): boolean {
  return typePatterns(type).some(
    ({ service, resource }) =>
      matchesPattern(service, written.service) &&
      headsAgree(resource, written.resource) &&
      patternsOverlap(resource, written.resource),
  );
}

function covers(written: ArnPattern, type: ResourceType): boolean {
  const patterns = typePatterns(type);
  return (
    patterns.length > 0 &&
    patterns.every(
      ({ service, resource }) =>
        matchesPattern(service, written.service) && includesPattern(written.resource, resource),
    )
  );
}
