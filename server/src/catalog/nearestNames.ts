/** Candidates no more than this part of the word away are near. */
const allowedPerCharacter = 1 / 3;
const mostAllowed = 4;
/** Shorter words are contained in too much to tell anything. */
const shortestContained = 4;

/**
 * The candidates nearest to a misspelt word, nearest first, at most `limit`; empty when none is near.
 * Letter case does not count. Near is: few letters missing, added, changed or swapped with a neighbour
 * (optimal string alignment distance), or one name being a part of the other.
 */
export function nearestNames(word: string, candidates: Iterable<string>, limit: number): readonly string[] {
  const wanted = word.toLowerCase();
  if (wanted.length === 0) return [];
  const allowed = Math.min(mostAllowed, Math.max(1, Math.floor(wanted.length * allowedPerCharacter)));
  const near: { readonly name: string; readonly score: number }[] = [];
  for (const name of candidates) {
    const score = scoreOf(wanted, name.toLowerCase(), allowed);
    if (score !== undefined) near.push({ name, score });
  }
  near.sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1));
  return near.slice(0, limit).map((item) => item.name);
}

/**
 * Lower is nearer; a part of a name comes after every misspelling. What is wrong late in a word counts less: people know
 * how a name begins, and err in its end (`GetObjectTags`).
 */
function scoreOf(wanted: string, name: string, allowed: number): number | undefined {
  const difference = Math.abs(wanted.length - name.length);
  if (difference <= allowed) {
    const distance = distanceWithin(wanted, name, allowed);
    if (distance <= allowed) return distance * (1 - commonStart(wanted, name) / wanted.length);
  }
  const [short, long] = wanted.length < name.length ? [wanted, name] : [name, wanted];
  if (short.length < shortestContained || short.length * 3 < long.length) return undefined;
  const position = long.indexOf(short);
  if (position < 0) return undefined;
  return mostAllowed + (position === 0 ? 1 : 2) + difference / 100;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The distance, or more than `allowed` as soon as it cannot be less. */
function distanceWithin(a: string, b: string, allowed: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        cell(last, column) + 1,
        cell(current, column - 1) + 1,
        cell(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, cell(beforeLast, column - 2) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > allowed) return least;
    beforeLast = last;
    last = current;
  }
  return cell(last, b.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
