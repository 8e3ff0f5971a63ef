/** Text of others in Markdown: nothing of it is taken as markup, and it stays on one line. */
export function text(plain: string): string {
  return visible(plain)
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^(\d*)(?=[.)+=-])/, '$1\\');
}

/** A piece of code within a line, or a cell of a table. */
export function code(plain: string): string {
  const shown = visible(plain).replaceAll('|', '\\|');
  const fence = '`'.repeat(longestRun(shown) + 1);
  const gap = /^`|`$/.test(shown) ? ' ' : '';
  return shown.trim() === '' ? '' : `${fence}${gap}${shown}${gap}${fence}`;
}

/** A block of code; `language` is the name behind a Markdown fence. */
export function block(plain: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(plain) + 1));
  return `${fence}${language}\n${plain.replace(/\n$/, '')}\n${fence}`;
}

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function longestRun(plain: string): number {
  return Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
}

/**
 * What is no sign, or turns the direction of what follows, is shown as a replacement character (UAX 9), and so is what
 * no XML may hold; a line break is a space.
 */
export function visible(plain: string): string {
  return plain
    .replace(/\s*\r?\n\s*/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu, '\u{fffd}');
}
