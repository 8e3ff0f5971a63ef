/** `*` stands for any text, `?` for one character. Source: IAM User Guide, Resource and condition operators. */
export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/** Whether a text matches a pattern; takes time proportional to the product of their lengths at worst. */
export function matchesPattern(text: string, pattern: string): boolean {
  return includesPattern(pattern, text, false);
}

/**
 * Whether everything the pattern `inner` matches is matched by `outer` too. A true answer is always right; false may
 * be wrong where a `?` of `outer` would have to match within a `*` of `inner`, as in `?*` and `*?`.
 */
export function includesPattern(outer: string, inner: string, innerIsPattern = true): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let from = 0;
  while (from < inner.length) {
    const wanted = at < outer.length ? outer.charCodeAt(at) : none;
    if (wanted === anyText) {
      star = at++;
      resume = from;
    } else if (covers(wanted, inner.charCodeAt(from), innerIsPattern)) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++resume;
    } else {
      return false;
    }
  }
  while (outer.charCodeAt(at) === anyText) at++;
  return at === outer.length;
}

const none = -1;
const anyText = 42;
const anyCharacter = 63;

/** One character of `outer` takes one of `inner`; a `*` of `inner` is only taken by a `*`. */
function covers(wanted: number, given: number, innerIsPattern: boolean): boolean {
  if (innerIsPattern && given === anyText) return false;
  return wanted === given || wanted === anyCharacter;
}

/** Whether two patterns are the same before the first wildcard of either; those that are not do not overlap. */
export function headsAgree(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const [left, right] = [one[index], other[index]];
    if (left === '*' || right === '*' || left === '?' || right === '?') return true;
    if (left !== right) return false;
  }
  return true;
}

/** Whether some text matches both patterns. */
export function patternsOverlap(one: string, other: string): boolean {
  if (!hasWildcard(one)) return matchesPattern(one, other);
  if (!hasWildcard(other)) return matchesPattern(other, one);
  if (!headsAgree(one, other)) return false;
  // One that is its beginning and a star takes whatever goes on behind the same beginning.
  const beginning = literalBeginning(one).length;
  const otherBeginning = literalBeginning(other).length;
  const [shorter, length] = beginning <= otherBeginning ? [one, beginning] : [other, otherBeginning];
  if (shorter.length === length + 1 && shorter.endsWith('*')) return true;
  return findOverlap(one, other);
}

function findOverlap(one: string, other: string): boolean {
  let reachable = new Set<number>([0]);
  const skipStars = (states: Set<number>, pattern: string): Set<number> => {
    for (const state of states) if (pattern[state] === '*') states.add(state + 1);
    return states;
  };
  reachable = skipStars(reachable, other);
  for (let index = 0; index < one.length; index++) {
    const symbol = one.charAt(index);
    const next = new Set<number>();
    for (const state of reachable) step(symbol, state, other, next);
    reachable = skipStars(next, other);
    if (symbol === '*') reachable = fromEach(reachable, other);
    if (reachable.size === 0) return false;
  }
  return reachable.has(other.length);
}

function step(symbol: string, state: number, other: string, next: Set<number>): void {
  const wanted = other[state];
  if (symbol === '*') next.add(state);
  else if (wanted === '*') next.add(state);
  else if (wanted === '?' || (wanted !== undefined && symbol === '?') || wanted === symbol)
    next.add(state + 1);
}

function fromEach(states: Set<number>, other: string): Set<number> {
  let first = other.length;
  for (const state of states) first = Math.min(first, state);
  const all = new Set<number>();
  if (states.size === 0) return all;
  for (let state = first; state <= other.length; state++) all.add(state);
  return all;
}

/** What stands before the first wildcard: everything a pattern matches begins so. */
export function literalBeginning(pattern: string): string {
  const wildcard = pattern.search(/[*?]/);
  return wildcard < 0 ? pattern : pattern.slice(0, wildcard);
}
