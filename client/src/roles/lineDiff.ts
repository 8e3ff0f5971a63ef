/** Beyond it the whole of both is shown: a policy has fewer lines. */
const mostCells = 4_000_000;

/** The lines of both texts in order, those of one alone after `-` and those of the other alone after `+`. */
export function lineDiff(one: string, other: string): string {
  const [left, right] = [one.split('\n'), other.split('\n')];
  if (left.length * right.length > mostCells) return [...left.map(minus), ...right.map(plus)].join('\n');
  return merged(left, right, commonLengths(left, right)).join('\n');
}

const minus = (line: string) => `- ${line}`;
const plus = (line: string) => `+ ${line}`;

/** How many lines the rests have in common, from each pair of places on. */
function commonLengths(
  left: readonly string[],
  right: readonly string[],
): (at: number, of: number) => number {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const length = (at: number, of: number) => lengths[at * width + of] ?? 0;
  for (let at = left.length - 1; at >= 0; at -= 1)
    for (let of = right.length - 1; of >= 0; of -= 1)
      lengths[at * width + of] =
        left[at] === right[of]
          ? length(at + 1, of + 1) + 1
          : Math.max(length(at + 1, of), length(at, of + 1));
  return length;
}

function merged(
  left: readonly string[],
  right: readonly string[],
  common: (at: number, of: number) => number,
): readonly string[] {
  const lines: string[] = [];
  let [at, of] = [0, 0];
  while (at < left.length || of < right.length) {
    const [one, other] = [left[at], right[of]];
    if (one !== undefined && one === other) {
      lines.push(`  ${one}`);
      at += 1;
      of += 1;
    } else if (one !== undefined && (other === undefined || common(at + 1, of) >= common(at, of + 1))) {
      lines.push(minus(one));
      at += 1;
    } else {
      lines.push(plus(other ?? ''));
      of += 1;
    }
  }
  return lines;
}
