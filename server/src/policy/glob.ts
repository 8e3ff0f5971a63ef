/** Alternatives of one glob beyond this number are not tried. */
const mostAlternatives = 256;

/**
 * Whether a path matches a glob. `*` and `?` match within a name, `**` any number of folders, `{a,b}` either;
 * letter case counts. A glob without a slash matches the last name of the path. Paths are relative, with slashes.
 * Takes time in proportion to path times glob at worst: no backtracking beyond the last star.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const names = path.replace(/^\.?\//, '').split('/');
  return alternatives(glob).some((one) => matchesPath(one.replace(/^\.?\//, ''), names, one.includes('/')));
}

function matchesPath(glob: string, names: readonly string[], fromTop: boolean): boolean {
  const segments = fromTop ? glob.split('/') : ['**', glob];
  return matchesSequence(segments, names, (segment) => segment === '**', matchesName);
}

function matchesName(pattern: string, name: string): boolean {
  const same = (wanted: string, found: string) => wanted === '?' || wanted === found;
  return matchesSequence([...pattern], [...name], (character) => character === '*', same);
}

/** Matches items one by one; where `isStar` holds, any number of them. Only the last star is ever tried again. */
function matchesSequence(
  pattern: readonly string[],
  items: readonly string[],
  isStar: (part: string) => boolean,
  matches: (part: string, item: string) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let star = -1;
  let starItem = 0;
  while (item < items.length) {
    const part = pattern[at];
    if (part !== undefined && isStar(part)) {
      star = at++;
      starItem = item;
    } else if (part !== undefined && matches(part, items[item] ?? '')) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++starItem;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every(isStar);
}

/** The globs that `{a,b}` stands for, in braces of any depth; a brace that is not closed is a character. */
function alternatives(glob: string): readonly string[] {
  const done: string[] = [];
  const open = [glob];
  while (open.length > 0 && open.length + done.length <= mostAlternatives) {
    const next = open.pop() ?? '';
    const brace = innermostBrace(next);
    if (brace === undefined) {
      done.push(next);
      continue;
    }
    const [from, to] = brace;
    for (const choice of next
      .slice(from + 1, to)
      .split(',')
      .reverse()) {
      open.push(next.slice(0, from) + choice + next.slice(to + 1));
    }
  }
  return done;
}

function innermostBrace(glob: string): readonly [from: number, to: number] | undefined {
  const to = glob.indexOf('}', glob.indexOf('{') + 1);
  const from = glob.lastIndexOf('{', to);
  return from >= 0 && to > from ? [from, to] : undefined;
}

/** The one path that a glob without wildcards stands for; undefined for any other glob. */
export function namedFile(glob: string): string | undefined {
  return /[*?{]/.test(glob) || !glob.includes('/') ? undefined : glob.replace(/^\.?\//, '');
}
