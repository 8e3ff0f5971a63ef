/** A piece of a line: plain words, or something set off from them. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly label: string; readonly link: string };

/** What a page is made of, whether it is read in a browser, an editor or a terminal. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: readonly Inline[] }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'code'; readonly language: 'json' | 'jsonc'; readonly text: string };

export function heading(text: string, level: 1 | 2 = 2): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(...line: readonly Inline[]): Block {
  return { kind: 'paragraph', line };
}

/**
 * A sentence in which actions, condition keys, ARNs, variables and pieces of JSON are told from words, so that they are
 * set as code.
 */
export function sentence(text: string): readonly Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const { 0: code, index } of text.matchAll(codePattern)) {
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push({ code });
    end = index + code.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

const member = String.raw`"\w+": (?:"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})`;
const object = String.raw`\{ "(?:[^{}]|\{[^{}]*\})*\}`;
const quoted = '"[^" ]+"';
const variable = String.raw`\$\{[^}]*\}`;
const named = String.raw`\b[a-z][\w.-]*:(?:[\w*/-][\w:*/.$-]*)?[\w*/]`;
const dotted = String.raw`\b[a-z]+[\w-]*_\w+\b|(?:\b[a-z][\w-]*)?(?:\.[\w-]+)*\.(?:amazonaws\.com|trustedAccounts)\b`;
const setOperator = 'For(?:AllValues|AnyValue):(?= )';
const lone = String.raw`(?<=^|[\s(])[*}](?=[\s.,;)]|$)`;
const codePattern = new RegExp(
  [member, object, quoted, variable, named, dotted, setOperator, lone].join('|'),
  'g',
);
