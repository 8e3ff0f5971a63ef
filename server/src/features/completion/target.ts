import { literalOf, type Span, type StringNode } from '../../syntax/node.ts';
import { type Cursor, contentOf, entryEndBefore } from '../cursor.ts';
import { between, quoteOf, skipBlank } from '../textBetween.ts';

/** The text an item takes the place of, and what stands around it. */
export interface Target {
  /** Between the quotes; the bare word where there are none; empty where nothing is typed. */
  readonly content: Span;
  /** With the quotes. */
  readonly whole: Span;
  readonly quoted: boolean;
  readonly closed: boolean;
  /** The content up to the cursor, without the escapes of JSON. */
  readonly typed: string;
  /** The content as a string has it; for a string that is not closed, up to what ends a word. */
  readonly word: string;
  /** In how many strings the policy is wrapped. */
  readonly escapes: number;
  /** A colon follows, so the key has a value already. */
  readonly hasColon: boolean;
  /** Where a comma is missing in front. */
  readonly commaBefore: number | undefined;
  /** Another entry follows without a comma. */
  readonly commaAfter: boolean;
}

/** Undefined where a value stands already behind the cursor. */
export function targetOf(text: string, cursor: Cursor): Target | undefined {
  const { escapes } = cursor.detected.located;
  const typedText =
    cursor.node === undefined ? bareWord(text, cursor) : stringWord(text, cursor.node, cursor.offset);
  const { whole } = typedText;
  const next = skipBlank(text, whole.end, escapes);
  const quote = quoteOf(escapes);
  const hasColon = cursor.role === 'key' && text[next] === ':';
  const entryFollows =
    text.startsWith(quote, next) || (cursor.container.kind === 'array' && text[next] === '{');
  if (cursor.node === undefined && whole.start === whole.end && valueFollows(text, cursor)) return undefined;
  return {
    ...typedText,
    escapes,
    hasColon,
    commaBefore: missingComma(text, cursor, whole.start),
    commaAfter: !hasColon && entryFollows,
  };
}

type TypedText = Pick<Target, 'content' | 'whole' | 'quoted' | 'closed' | 'typed' | 'word'>;

function stringWord(text: string, node: StringNode, offset: number): TypedText {
  const content = contentOf(node);
  const value = literalOf(node) ?? '';
  const typed = value.slice(0, indexAt(node, content.start, offset, value.length));
  const quoted = content.start > node.start;
  if (node.closed) {
    return {
      content,
      whole: { start: node.start, end: node.end },
      quoted,
      closed: quoted,
      typed,
      word: value,
    };
  }
  const end = offset + (/^[^\s,\]}"\\]*/.exec(text.slice(offset, node.end))?.[0].length ?? 0);
  const word = typed + text.slice(offset, end);
  return {
    content: { start: content.start, end },
    whole: { start: node.start, end },
    quoted,
    closed: false,
    typed,
    word,
  };
}

/** The index of a string's text at an offset of the document. */
function indexAt({ offsets }: StringNode, start: number, offset: number, length: number): number {
  if (offsets === undefined) return Math.min(offset - start, length);
  const index = offsets.findIndex((at) => at >= offset);
  return index < 0 ? length : index;
}

/** A word without quotes, as while a value is being typed. */
function bareWord(text: string, { offset, role }: Cursor): TypedText {
  const before = /[\w*?.@/-][\w:*?.@/-]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const after = role === 'key' ? '' : (/^[\w:*?.@/-]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '');
  const span = { start: offset - before.length, end: offset + after.length };
  const word = before + after;
  return { content: span, whole: span, quoted: false, closed: false, typed: before, word };
}

/** A whole value behind the cursor, rather than the key of the next member, which then reads as the value. */
function valueFollows(text: string, { member, offset, detected, role }: Cursor): boolean {
  const value = role === 'value' ? member?.value : undefined;
  if (value === undefined || value.start < offset) return false;
  return value.kind !== 'string' || text[skipBlank(text, value.end, detected.located.escapes)] !== ':';
}

function missingComma(text: string, { container, role, member }: Cursor, start: number): number | undefined {
  if (role === 'value' && member !== undefined) return undefined;
  const entries = container.kind === 'array' ? container.items : container.members;
  const first = entries[0];
  if (first === undefined) return undefined;
  const end = entryEndBefore(container, start);
  const isBegun =
    container.kind === 'object' && container.members.some(({ key, value }) => key.end === end && !value);
  if (end === container.start + 1 || end === start || isBegun) return undefined;
  const gap = between(text, end, start);
  return gap === undefined || /[,:]/.test(gap) ? undefined : end;
}

/**
 * The names of an object's keys but for the one being typed, in lower case. A key that follows one without a colon
 * reads as its value, and counts.
 */
export function otherKeys(text: string, { container, node, detected }: Cursor): ReadonlySet<string> {
  const names = new Set<string>();
  if (container.kind !== 'object') return names;
  for (const { key, value } of container.members) {
    if (key !== node) names.add((literalOf(key) ?? '').toLowerCase());
    if (value?.kind !== 'string') continue;
    const next = skipBlank(text, value.end, detected.located.escapes);
    if (text[next] === ':') names.add((literalOf(value) ?? '').toLowerCase());
  }
  return names;
}
