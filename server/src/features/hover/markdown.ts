/** Text from a document or the data as Markdown that shows it as it is. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Text in a code span, whatever backquotes it holds. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') || longest > 0 ? ' ' : '';
  return `${fence}${pad}${text.replace(/[\r\n]+/g, ' ')}${pad}${fence}`;
}

export function link(title: string, url: string): string {
  return `[${plain(title)}](${url.replace(/[()\s]/g, encodeURIComponent)})`;
}

/** Paragraphs with what is undefined or empty left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A list of at most `most` entries, and how many more there are. */
export function bullets(entries: readonly string[], most = 20): string {
  const shown = entries.slice(0, most).map((entry) => `- ${entry}`);
  if (entries.length > most) shown.push(`- … and ${(entries.length - most).toLocaleString('en')} more`);
  return shown.join('\n');
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}
