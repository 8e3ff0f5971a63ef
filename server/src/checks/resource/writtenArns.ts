import type { Catalog } from '../../catalog/catalog.ts';
import { documentedArns, type WholeArn } from './arnPatterns.ts';

const mostShown = 3;

/** The documented ARNs of the service that are most like this one, for a sentence. */
export function writtenArns(catalog: Catalog, arn: WholeArn): string {
  const wanted = arn.resource.text.toLowerCase();
  const likeness = new Map(
    documentedArns(catalog, arn.service.text).map((pattern) => [
      pattern.arn,
      sharedHead(pattern.resource, wanted),
    ]),
  );
  const nearest = [...likeness].sort(([, one], [, other]) => other - one).map(([text]) => text);
  return nearest.slice(0, mostShown).join(' or ');
}

function sharedHead(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
