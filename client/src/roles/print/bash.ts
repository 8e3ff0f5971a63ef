import { hasHidden, replaceHidden } from './visible.ts';

/** A word that bash takes as it is, whatever is in it. */
export function quoted(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (!hasHidden(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  return `$'${replaceHidden(text.replace(/[\\']/g, '\\$&'), bytes)}'`;
}

/** As bash 3.2 takes it, which macOS has. */
function bytes(character: string): string {
  const isHalf = /^[\ud800-\udfff]$/.test(character);
  const encoded = encodeURIComponent(isHalf ? '\ufffd' : character);
  return encoded.length === 1
    ? character
    : encoded.replace(/%(..)/g, (_whole, hex: string) => `\\x${hex.toLowerCase()}`);
}

/** An option with its value; a value that begins with a hyphen would else be read as an option. */
export function option(name: string, text: string): string {
  const separator = text.startsWith('-') ? '=' : ' ';
  return `--${name}${separator}${quoted(text)}`;
}

/** Reads the text into the variable, with a mark at its end that it does not hold as a line. */
export function heredoc(variable: string, text: string): string {
  const lines = text.split('\n');
  let mark = 'JSON';
  while (lines.includes(mark)) mark += '_';
  return `IFS= read -r -d '' ${variable} <<'${mark}' || true\n${text}\n${mark}`;
}

/** A command over several lines, with a backslash at the end of each but the last. */
export function command(words: string, options: readonly string[], indent = ''): string {
  return [words, ...options].join(` \\\n${indent}  `);
}
