import { isEscape, policyVariables } from '../../policy/policyVariable.ts';
import type { Place } from './openPlaces.ts';

/** The policy variables of a value, without `${*}` and its like. */
export function variablePlaces(text: string): readonly (Place & { readonly name: string })[] {
  return policyVariables(text).filter((variable) => variable.closed && !isEscape(variable));
}

/** The `*` and `?` of a value that match other characters. */
export function wildcardPlaces(text: string): readonly Place[] {
  const within = policyVariables(text);
  const places: Place[] = [];
  for (let at = 0; at < text.length; at++) {
    const wild = text[at] === '*' || text[at] === '?';
    if (wild && !within.some(({ from, to }) => from < at && at < to)) places.push({ from: at, to: at + 1 });
  }
  return places;
}
