import type { CheckedElements } from '../check.ts';
import { findOpenPlace } from './openPlaces.ts';
import { takesFamily } from './operatorTypes.ts';

/** What a condition comes to that compares with `*` alone. */
export type LoneWildcard = 'asks for presence' | 'asks for absence' | 'always met' | 'never met';

/** Keys of type String that are in every request, in lower case. Source: IAM User Guide, Global condition context keys. */
const alwaysPresent: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principaltype',
  'aws:requestedregion',
  'aws:useragent',
  'aws:userid',
]);

/**
 * Undefined for a value that is more than `*`, for operators without wildcards, and where another finding speaks: of a
 * key AWS does not have, one that takes no wildcard, a type that is no text, or several values without a set operator. Other values of the list
 * change nothing: `*` matches what they match.
 */
export function loneWildcard({ text, condition }: CheckedElements['value']): LoneWildcard | undefined {
  const { operator } = condition.block;
  const { lookup } = condition;
  if (operator?.family !== 'String' || !operator.wildcards || !/^\*+$/.test(text)) return undefined;
  if (lookup === undefined || !('key' in lookup) || !takesFamily(lookup.key, 'String')) return undefined;
  if (lookup.key.multivalued && operator.set === undefined) return undefined;
  const place = { from: 0, to: text.length };
  if (findOpenPlace(text, condition, [place], [place]) !== undefined) return undefined;
  const { set, negated, ifExists } = operator;
  const present = alwaysPresent.has(condition.name?.toLowerCase() ?? '');
  if (!negated) return ifExists || present || set === 'ForAllValues' ? 'always met' : 'asks for presence';
  return present || (set === 'ForAnyValue' && !ifExists) ? 'never met' : 'asks for absence';
}
