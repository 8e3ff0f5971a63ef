import type { ArrayNode, Member, Node, ObjectNode, Part, StringNode } from './node.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type OpenObject = Mutable<Omit<ObjectNode, 'members'>> & { members: Mutable<Member>[] };
export type OpenArray = Mutable<Omit<ArrayNode, 'items'>> & { items: Node[] };
export type OpenContainer = OpenObject | OpenArray;

/** Maps an index of the text being read to an offset in the document. */
export type ToDocument = (index: number) => number;

export function openObject(start: number): OpenObject {
  return { kind: 'object', start, end: start, parent: undefined, members: [] };
}

export function openArray(start: number): OpenArray {
  return { kind: 'array', start, end: start, parent: undefined, items: [] };
}

/** Gives `child` its parent: the container that holds it. */
export function adopt(parent: OpenContainer, child: Node): void {
  (child as Mutable<Node>).parent = parent;
}

/** Puts `child` in the place of a container's last value. */
export function replaceLast(parent: OpenContainer, child: Node): void {
  adopt(parent, child);
  if (parent.kind === 'array') {
    parent.items[parent.items.length - 1] = child;
    return;
  }
  const member = parent.members[parent.members.length - 1];
  if (member !== undefined) member.value = child;
}

/**
 * A string node from a token of the text. `from` and `to` enclose the token, quotes included. Offsets are kept only
 * where an index of the value is not simply one behind the quote.
 */
export function stringNode(
  text: string,
  value: string,
  from: number,
  to: number,
  closed: boolean,
  at: ToDocument,
): StringNode {
  const end = closed ? to - 1 : to;
  const inStep = end - from - 1 === value.length && at(to) - at(from) === to - from;
  return {
    kind: 'string',
    start: at(from),
    end: at(to),
    parent: undefined,
    parts: [value],
    offsets: inStep ? undefined : valueOffsets(text, from + 1, end, at),
    closed,
  };
}

/** A string node for text that lacks its opening quote; `to` is behind its closing quote where it has one. */
export function bareStringNode(value: string, from: number, to: number, at: ToDocument): StringNode {
  const offsets = Array.from({ length: value.length + 1 }, (_, index) => at(from + index));
  return {
    kind: 'string',
    start: at(from),
    end: at(to),
    parent: undefined,
    parts: [value],
    offsets,
    closed: true,
  };
}

/** A string that stands for a template's expression: its parts are known, their places are not. */
export function partsNode(parts: readonly Part[], start: number, end: number): StringNode {
  return { kind: 'string', start, end, parent: undefined, parts, offsets: undefined, closed: true };
}

/** One offset for each character that the scanner makes of the text between two indexes, and the end's. */
function valueOffsets(text: string, from: number, end: number, at: ToDocument): number[] {
  const offsets: number[] = [];
  for (let index = from; index < end; ) {
    const length = escapeLength(text, index, end);
    if (text.charCodeAt(index) !== backslash || isEscape(text, index, length)) offsets.push(at(index));
    index += length;
  }
  offsets.push(at(end));
  return offsets;
}

const backslash = 92;
const hexDigits = /[0-9a-f]{0,4}/iy;

/** How many characters the scanner takes in one step. */
function escapeLength(text: string, index: number, end: number): number {
  if (text.charCodeAt(index) !== backslash) return 1;
  if (text[index + 1] !== 'u') return Math.min(2, end - index);
  hexDigits.lastIndex = index + 2;
  hexDigits.test(text);
  return Math.max(2, hexDigits.lastIndex - index);
}

/** The scanner drops escapes that JSON does not know. */
function isEscape(text: string, index: number, length: number): boolean {
  const letter = text.charAt(index + 1);
  return letter === 'u' ? length === 6 : length === 2 && '"\\/bfnrt'.includes(letter);
}
