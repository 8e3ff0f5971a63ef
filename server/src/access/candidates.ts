import { hasWildcard } from '../policy/wildcard.ts';

/** So many pairs are compared one by one sooner than an index of them is built. */
const fewPairs = 20_000;
const gramLength = 6;

/**
 * For a pattern of the list the indexes of those texts of the list that it may include: all that do, and few
 * others. What a pattern includes holds each of its literal pieces, so texts are found by six characters of these;
 * thousands of patterns that begin alike cost time in proportion to the text, not to the pairs.
 */
export function candidates(texts: readonly string[]): (pattern: string) => readonly number[] {
  const all: readonly number[] = [...texts.keys()];
  const patterns = texts.filter(hasWildcard);
  if (patterns.length * texts.length <= fewPairs) return () => all;
  const index = indexGrams(texts, new Set(patterns.flatMap(lastGrams)));
  return (pattern) =>
    lastGrams(pattern).reduce((fewest, gram) => {
      const holders = index.get(gram) ?? [];
      return holders.length < fewest.length ? holders : fewest;
    }, all);
}

/** The last six characters of each literal piece that is as long; the end of a name tells most. */
function lastGrams(pattern: string): readonly string[] {
  const pieces = pattern.split(/[*?]/).filter((piece) => piece.length >= gramLength);
  return pieces.map((piece) => piece.slice(-gramLength));
}

function indexGrams(
  texts: readonly string[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>([...wanted].map((gram) => [gram, []]));
  for (const [number, text] of texts.entries()) {
    for (let at = 0; at + gramLength <= text.length; at++) {
      const holders = index.get(text.slice(at, at + gramLength));
      if (holders !== undefined && holders.at(-1) !== number) holders.push(number);
    }
  }
  return index;
}
