const blank = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
/** In a policy held as a string, a line break or tab is an escape of its own. */
const escapedBlank = /(?:\s|\\+[nrt])*/y;

/** The first offset from `from` on that holds neither blanks nor comments. */
export function skipBlank(text: string, from: number, escapes: number): number {
  const pattern = escapes === 0 ? blank : escapedBlank;
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}

/** The text of a span without its comments; undefined where it ends within one. */
export function between(text: string, from: number, to: number): string | undefined {
  const rest = text.slice(from, to).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*\n/g, ' ');
  return /\/\/|\/\*/.test(rest) ? undefined : rest;
}

/** A double quote as it stands in a text that is wrapped in this many strings. */
export function quoteOf(escapes: number): string {
  return `${'\\'.repeat(2 ** escapes - 1)}"`;
}
