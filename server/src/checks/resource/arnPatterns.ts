import type { Catalog, Service } from '../../catalog/catalog.ts';
import { type ArnPart, arnParts } from '../../policy/arn.ts';
import { hasWildcard, headsAgree, patternsOverlap } from '../../policy/wildcard.ts';

/** The ARN of a resource type: its fields as patterns, `*` for what AWS's documentation holds a placeholder for. */
export interface ArnPattern {
  /** As the documentation spells it, with placeholders. */
  readonly arn: string;
  readonly resourceType: string;
  /** Empty where ARNs of this type have no Region. */
  readonly region: string;
  /** Empty where ARNs of this type have no account. */
  readonly account: string;
  /** In lower case. */
  readonly resource: string;
}

type PatternsByService = ReadonlyMap<string, readonly ArnPattern[]>;

const noPatterns: readonly ArnPattern[] = [];
const ownPatterns = new WeakMap<Catalog, Map<string, readonly ArnPattern[]>>();
const everyPattern = new WeakMap<Catalog, PatternsByService>();

/** What a `*` or `?` and a policy variable have in common: the text that stands there is not known. */
export function isOpen(text: string): boolean {
  return hasWildcard(text) || text.includes('${');
}

/** The five fields behind `arn:`; undefined for a short ARN, and for what is no ARN. */
export function wholeArn(parts: readonly ArnPart[]): WholeArn | undefined {
  const [prefix, partition, service, region, account, resource] = parts;
  if (prefix?.text !== 'arn' || !partition || !service || !region || !account || !resource) return undefined;
  return { partition, service, region, account, resource };
}

export type WholeArn = Readonly<Record<'partition' | 'service' | 'region' | 'account' | 'resource', ArnPart>>;

/** Whether ARNs name this service, which need not be a prefix of actions: `catalog` in those of servicecatalog. */
export function isArnService(catalog: Catalog, service: string): boolean {
  return catalog.service(service) !== undefined || patternsAnywhere(catalog).has(service);
}

/**
 * Whether all documented ARNs that this one may be meant for have what `test` asks; where none fits its resource,
 * all ARNs of the service. False where AWS documents none.
 */
export function documentedAs(
  catalog: Catalog,
  arn: WholeArn,
  test: (pattern: ArnPattern) => boolean,
): boolean {
  const service = arn.service.text;
  const resource = openResource(arn);
  const own = patternsOfService(catalog, service);
  // Reading every service takes tens of milliseconds, so it only confirms what the service's own types say.
  if (own.length > 0 && !unanimous(own, resource, test)) return false;
  return unanimous(documentedArns(catalog, service), resource, test);
}

/** The documented ARNs of the service whose resource this one's may be; all services' resource types count. */
export function fittingPatterns(catalog: Catalog, arn: WholeArn): readonly ArnPattern[] {
  const resource = openResource(arn);
  return documentedArns(catalog, arn.service.text).filter((pattern) => fits(pattern, resource));
}

/** Every documented ARN that names this service. */
export function documentedArns(catalog: Catalog, service: string): readonly ArnPattern[] {
  return patternsAnywhere(catalog).get(service) ?? noPatterns;
}

/** Whether AWS documents ARNs of this service but none whose resource this one's can be. */
export function fitsNone(catalog: Catalog, arn: WholeArn): boolean {
  const resource = openResource(arn);
  if (patternsOfService(catalog, arn.service.text).some((pattern) => fits(pattern, resource))) return false;
  const patterns = documentedArns(catalog, arn.service.text);
  return patterns.length > 0 && !patterns.some((pattern) => fits(pattern, resource));
}

function unanimous(
  patterns: readonly ArnPattern[],
  resource: string,
  test: (pattern: ArnPattern) => boolean,
): boolean {
  if (!patterns.some(test)) return false;
  if (patterns.every(test)) return true;
  return (
    !patterns.some((pattern) => !test(pattern) && fits(pattern, resource)) &&
    patterns.some((pattern) => test(pattern) && fits(pattern, resource))
  );
}

const variable = /\$\{[^}]*\}?/g;

function openResource(arn: WholeArn): string {
  return arn.resource.text.replace(variable, '*').toLowerCase();
}

/** A resource that ends where the documented one goes on, such as a stack without its id, fits too. */
function fits({ resource: documented }: ArnPattern, resource: string): boolean {
  if (documented === '*') return true;
  return [resource, `${resource}/*`, `${resource}:*`].some(
    (text) => headsAgree(documented, text) && patternsOverlap(documented, text),
  );
}

function patternsOfService(catalog: Catalog, prefix: string): readonly ArnPattern[] {
  let known = ownPatterns.get(catalog);
  if (known === undefined) {
    known = new Map();
    ownPatterns.set(catalog, known);
  }
  let patterns = known.get(prefix);
  if (patterns === undefined) {
    const service = catalog.service(prefix);
    patterns = service === undefined ? noPatterns : (readPatterns([service]).get(prefix) ?? noPatterns);
    known.set(prefix, patterns);
  }
  return patterns;
}

function patternsAnywhere(catalog: Catalog): PatternsByService {
  let patterns = everyPattern.get(catalog);
  if (patterns === undefined) {
    patterns = readPatterns(catalog.services.flatMap(({ prefix }) => catalog.service(prefix) ?? []));
    everyPattern.set(catalog, patterns);
  }
  return patterns;
}

function readPatterns(services: readonly Service[]): PatternsByService {
  const patterns = new Map<string, ArnPattern[]>();
  for (const service of services) {
    for (const { name, arn } of service.resourceTypes.values()) {
      const fields = wholeArn(arnParts(arn));
      if (fields === undefined) continue;
      const [region = '', account = '', resource = ''] = [fields.region, fields.account, fields.resource].map(
        ({ text }) => text.replace(variable, '*'),
      );
      const pattern = { arn, resourceType: name, region, account, resource: resource.toLowerCase() };
      const others = patterns.get(fields.service.text);
      if (others === undefined) patterns.set(fields.service.text, [pattern]);
      else others.push(pattern);
    }
  }
  return patterns;
}
