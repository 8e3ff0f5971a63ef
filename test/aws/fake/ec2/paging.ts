import { type Data, numberOf, type Parameters, textOf } from '../wire/data.ts';

/** A page of a list, 1,000 by default. */
export function page(parameters: Parameters, name: string, all: readonly Data[]): Data {
  const start = Number(textOf(parameters, 'NextToken') ?? 0);
  const end = start + (numberOf(parameters, 'MaxResults') ?? 1000);
  return { [name]: all.slice(start, end), nextToken: end < all.length ? String(end) : undefined };
}
