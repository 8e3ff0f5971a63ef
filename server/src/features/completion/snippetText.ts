/** A place to type at, in order of `stop`; holds `text` until then. */
export interface TabStop {
  readonly stop: number;
  readonly text: string;
}

/** What is to be inserted: text that stands for itself, and tab stops. */
export type SnippetText = readonly (string | TabStop)[];

export interface Insert {
  readonly text: string;
  /** The text is in the syntax of snippets (`$1`, `${1:default}`), with `$`, `}` and `\` escaped. */
  readonly snippet?: boolean;
}

const tabStop = /\$(\d+)|\$\{(\d+):([^}]*)\}/g;

/** Reads tab stops as snippets write them, `$1` and `${1:default}`; everything else stands for itself. */
export function snippetText(source: string): SnippetText {
  const parts: (string | TabStop)[] = [];
  let from = 0;
  for (const match of source.matchAll(tabStop)) {
    const [whole, bare, number, text = ''] = match;
    parts.push(source.slice(from, match.index), { stop: Number(bare ?? number), text });
    from = match.index + whole.length;
  }
  return [...parts, source.slice(from)].filter((part) => part !== '');
}

/** The text once every tab stop holds what it starts with. */
export function filledText(text: SnippetText): string {
  return text.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

export function hasTabStop(text: SnippetText): boolean {
  return text.some((part) => typeof part !== 'string');
}

/** A text as what stands between the quotes of a JSON string. */
export function jsonEscaped(text: SnippetText): SnippetText {
  return mapText(text, escapeJson);
}

/** As for a JSON text that is wrapped in `escapes` strings; it is then written on one line. */
export function wrapped(json: SnippetText, escapes: number): SnippetText {
  if (escapes === 0) return json;
  const once = jsonEscaped(
    mapText(json, (text) => text.replace(/^\n\t*|\n\t*$/g, '').replace(/\n\t*/g, ' ')),
  );
  let result = once;
  for (let count = 1; count < escapes; count++) result = jsonEscaped(result);
  return result;
}

export function toInsert(text: SnippetText): Insert {
  if (!hasTabStop(text)) return { text: filledText(text) };
  return { text: text.map(snippetPart).join(''), snippet: true };
}

function snippetPart(part: string | TabStop): string {
  if (typeof part === 'string') return escapeSnippet(part);
  return part.text === '' ? `$${part.stop}` : `\${${part.stop}:${escapeSnippet(part.text)}}`;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function mapText(text: SnippetText, change: (text: string) => string): SnippetText {
  return text.map((part) => (typeof part === 'string' ? change(part) : { ...part, text: change(part.text) }));
}
