import { type Data, numberOf, type Parameters, textOf } from '../wire/data.ts';
import { Fault, invalidValue } from '../wire/fault.ts';

/** A page of a list as IAM's list operations answer: 100 by default, `Marker` where the next begins. */
export function page(
  parameters: Parameters,
  name: string,
  all: readonly Data[],
): { readonly [name: string]: Data } {
  const size = numberOf(parameters, 'MaxItems') ?? 100;
  if (!(size >= 1 && size <= 1000))
    throw invalidValue(String(size), 'maxItems', 'Member must have value between 1 and 1000');
  const start = readMarker(textOf(parameters, 'Marker'), all.length);
  const end = start + size;
  return {
    [name]: all.slice(start, end),
    IsTruncated: end < all.length,
    Marker: end < all.length ? Buffer.from(`from ${end}`).toString('base64') : undefined,
  };
}

function readMarker(marker: string | undefined, length: number): number {
  if (marker === undefined) return 0;
  const start = Number(/^from (\d+)$/.exec(Buffer.from(marker, 'base64').toString())?.[1]);
  if (!(start <= length)) throw new Fault('InvalidInput', 'Invalid Marker.');
  return start;
}
