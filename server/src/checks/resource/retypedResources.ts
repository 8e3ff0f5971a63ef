import type { Catalog } from '../../catalog/catalog.ts';
import { nearestNames } from '../../catalog/nearestNames.ts';
import { arnParts } from '../../policy/arn.ts';
import { documentedArns, type WholeArn } from './arnPatterns.ts';

const mostHeads = 2;

/**
 * The last field of an ARN with the resource's type as the service spells it, and what it sets behind: `role/orders`
 * for `roles/orders`, `function:orders` for `function/orders`.
 */
export function retypedResources(catalog: Catalog, { service, resource }: WholeArn): readonly string[] {
  const [, word, name] = /^([\w-]+)[/:](.+)$/s.exec(resource.text) ?? [];
  if (word === undefined || name === undefined) return [];
  const heads = documentedArns(catalog, service.text).flatMap(({ arn }) => {
    const [, type, separator] = /^([\w-]+)([/:])/.exec(arnParts(arn)[5]?.text ?? '') ?? [];
    return type === undefined || separator === undefined ? [] : [{ type, separator }];
  });
  const near = nearestNames(word, new Set(heads.map(({ type }) => type)), mostHeads);
  return near.flatMap((type) =>
    heads.filter((head) => head.type === type).map(({ separator }) => type + separator + name),
  );
}
