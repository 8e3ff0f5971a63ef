/** So many pairs are compared one by one sooner than an index of them is built. */
const fewPairs = 20_000;
const gramLength = 4;
/** Grams are counted by a hash of so many values; two that share one only make the candidates a few more. */
const buckets = 1 << 16;

/**
 * For one of the patterns of the list, by its index, the indexes of those texts of the list that it may include: all that it
 * does, and few others. What a pattern includes holds every four literal characters in a row that the pattern has,
 * so the texts with the rarest of these are the candidates. Thousands of patterns that begin and end alike thus
 * take time in proportion to their text and not to their pairs.
 */
export function candidates(
  texts: readonly string[],
  patterns: readonly number[],
): (pattern: number) => readonly number[] {
  const all: readonly number[] = texts.map((_, index) => index);
  if (patterns.length * texts.length <= fewPairs) return () => all;
  const grams = texts.map(gramsOf);
  const rarest = findRarest(patterns, grams);
  const holders = new Map([...rarest.values()].map((gram): [number, number[]] => [gram, []]));
  for (const [index, own] of grams.entries()) {
    for (const gram of own) {
      const list = holders.get(gram);
      if (list !== undefined && list.at(-1) !== index) list.push(index);
    }
  }
  return (pattern) => holders.get(rarest.get(pattern) ?? -1) ?? all;
}

/** Patterns without four literal characters in a row have none. */
function findRarest(
  patterns: readonly number[],
  grams: readonly (readonly number[])[],
): ReadonlyMap<number, number> {
  const counts = new Int32Array(buckets);
  for (const own of grams) for (const gram of own) counts[gram] = (counts[gram] ?? 0) + 1;
  const rarest = new Map<number, number>();
  for (const pattern of patterns) {
    let fewest = Number.POSITIVE_INFINITY;
    for (const gram of grams[pattern] ?? []) {
      const count = counts[gram] ?? 0;
      if (count >= fewest) continue;
      fewest = count;
      rarest.set(pattern, gram);
    }
  }
  return rarest;
}

const star = 42;
const questionMark = 63;

/** The hash of each four characters in a row without a wildcard. */
function gramsOf(text: string): readonly number[] {
  const grams: number[] = [];
  let hash = 0;
  let literals = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    literals = code === star || code === questionMark ? 0 : literals + 1;
    // Each step shifts the oldest of the four characters out of the 32 bits.
    hash = ((hash << 8) ^ (code & 0xff)) | 0;
    if (literals >= gramLength) grams.push((Math.imul(hash, 0x9e3779b1) >>> 16) & (buckets - 1));
  }
  return grams;
}
