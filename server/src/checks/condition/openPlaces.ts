import type { CheckedCondition } from '../check.ts';

/** A wildcard or a policy variable within a value. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** How a place leaves more open than Access Analyzer takes. */
export type Openness = 'sensitive' | 'userid' | 'prefix';

/** Literal characters that must stand directly before a place. */
export const leastPrefix = 6;

/**
 * Keys for which the rule of six characters is known to hold: reports on real policies name this one. AWS does not
 * publish which others there are; tags, `kms:ViaService`, `s3:prefix` and `iam:PassedToService` are not among them, as
 * AWS's own policies have `*` there without a finding.
 */
const prefixedKeys: ReadonlySet<string> = new Set(['token.actions.githubusercontent.com:sub']);

/** The first place that is open in a way the condition key forbids. `others` are places of any kind. */
export function findOpenPlace(
  text: string,
  condition: CheckedCondition,
  places: readonly Place[],
  others: readonly Place[],
): { readonly place: Place; readonly openness: Openness } | undefined {
  const name = condition.name?.toLowerCase() ?? '';
  const openness = opennessOf(name, condition);
  const place = places.find((one) => {
    if (openness === 'prefix') return literalsBefore(one, others) < leastPrefix;
    return openness === 'sensitive' || (openness === 'userid' && !stands(one, text, others));
  });
  return place && openness && { place, openness };
}

function opennessOf(name: string, { lookup }: CheckedCondition): Openness | undefined {
  if (lookup?.kind === 'global' && lookup.key.sensitive) return 'sensitive';
  if (name === 'aws:userid') return 'userid';
  return prefixedKeys.has(name) ? 'prefix' : undefined;
}

function literalsBefore({ from }: Place, others: readonly Place[]): number {
  return from - others.reduce((last, { to }) => (to <= from ? Math.max(last, to) : last), 0);
}

/** Right of the colon, or alone to the left of it. A colon within a place does not count. */
function stands({ from, to }: Place, text: string, others: readonly Place[]): boolean {
  const colon = text
    .split('')
    .findIndex((char, at) => char === ':' && !others.some((one) => one.from < at && at < one.to));
  return colon >= 0 && (from > colon || (from === 0 && to === colon));
}
