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

/** Gives `child` its parent; a node is adopted once, by the container that holds it. */
export function adopt(parent: OpenContainer, child: Node): void {
  (child as Mutable<Node>).parent = parent;
}

/**
 * A string node from a token of the text. `from` and `to` enclose the token, quotes included.
 * Offsets are kept only where an index of the value is not simply one behind the quote.
 */
export function stringNode(
  text: string,
  value: string,
  from: number,
  to: number,
  at: ToDocument,
): StringNode {
  const closed = to - from > 1 && text.charCodeAt(to - 1) === 34 && !endsInEscape(text, from, to);
  const inner = to - from - (closed ? 2 : 1);
  const inStep = inner === value.length && at(to) - at(from) === to - from;
  return {
    kind: 'string',
    start: at(from),
    end: at(to),
    parent: undefined,
    parts: [value],
    offsets: inStep ? undefined : valueOffsets(text, value.length, from + 1, at),
    closed,
  };
}

/** A string node for text that stands without quotes, as while a key is being typed. */
export function bareStringNode(value: string, from: number, at: ToDocument): StringNode {
  const offsets = Array.from({ length: value.length + 1 }, (_, index) => at(from + index));
  const end = from + value.length;
  return {
    kind: 'string',
    start: at(from),
    end: at(end),
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

function endsInEscape(text: string, from: number, to: number): boolean {
  let slashes = 0;
  for (let index = to - 2; index > from && text.charCodeAt(index) === 92; index--) slashes++;
  return slashes % 2 === 1;
}

function valueOffsets(text: string, length: number, first: number, at: ToDocument): number[] {
  const offsets: number[] = [];
  let index = first;
  for (let count = 0; count < length; count++) {
    offsets.push(at(index));
    index += escapeLength(text, index);
  }
  offsets.push(at(index));
  return offsets;
}

function escapeLength(text: string, index: number): number {
  if (text.charCodeAt(index) !== 92) return 1;
  return text.charCodeAt(index + 1) === 117 ? 6 : 2;
}
