import {
  childrenOf,
  endOfChild,
  indentationAt,
  isMultiLine,
  type Layout,
  layoutOf,
  printJson,
} from './layout.ts';
import { type ContainerNode, type Node, spanWithin } from './node.ts';
import type { JsonValue, TextEdit, TreeEdit } from './treeEdit.ts';

/**
 * The changes of a document's text that changes of its tree come to, in order and without overlap, with the document's
 * own indentation. `escapes`: how many JSON strings the edited policy is wrapped in; it is then laid out on one line.
 */
export function textEdits(text: string, edits: readonly TreeEdit[], escapes: number): TextEdit[] {
  const write: Writer = { text, layout: layoutOf(text), escapes };
  const removed = new Map<ContainerNode, Set<Node>>();
  const result: TextEdit[] = [];
  for (const edit of edits) {
    if (edit.edit === 'remove') noteRemoval(edit.node, removed);
    else result.push(textEdit(edit, write));
  }
  for (const [container, children] of removed) result.push(...removals(container, children));
  return result.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** The text once the edits, as `textEdits` gives them, are made. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

interface Writer {
  readonly text: string;
  readonly layout: Layout;
  readonly escapes: number;
}

function textEdit(edit: Exclude<TreeEdit, { edit: 'remove' }>, write: Writer): TextEdit {
  switch (edit.edit) {
    case 'replace': {
      const { start, end } = edit.node;
      return { start, end, text: print(edit.value, write, startOfEntry(edit.node)) };
    }
    case 'replaceText':
      return {
        ...spanWithin(edit.node, edit.from, edit.to),
        text: escaped(JSON.stringify(edit.text).slice(1, -1), write.escapes),
      };
    case 'cut':
      return { start: edit.span.start, end: edit.span.end, text: '' };
    case 'rename':
      return {
        start: edit.key.start,
        end: edit.key.end,
        text: escaped(JSON.stringify(edit.name), write.escapes),
      };
    case 'addMember': {
      const { object, name, value, after } = edit;
      const place = after === undefined ? object.members.at(-1)?.key : (after ?? undefined);
      return addition(object, place, (at) => `${JSON.stringify(name)}: ${at(value)}`, write);
    }
    case 'addItem':
      return addition(edit.array, edit.after ?? edit.array.items.at(-1), (at) => at(edit.value), write);
  }
}

/** A value that stands behind a key is laid out from the key's line on. */
function startOfEntry(node: Node): number {
  const { parent } = node;
  if (parent?.kind !== 'object') return node.start;
  return parent.members.find(({ key, value }) => key === node || value === node)?.key.start ?? node.start;
}

/** `start`: where the entry that is to hold the value begins. */
function print(value: JsonValue, { text, layout, escapes }: Writer, start: number): string {
  const ownLine = escapes === 0 && text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
  const json = printJson(value, layout, ownLine ? indentationAt(text, start) : undefined);
  return escaped(json, escapes);
}

/** A new entry behind `after`, or before all others; `entry` is told how to print its value. */
function addition(
  container: ContainerNode,
  after: Node | undefined,
  entry: (print: (value: JsonValue) => string) => string,
  { text, layout, escapes }: Writer,
): TextEdit {
  const [first] = childrenOf(container);
  const multiLine = escapes === 0 && isMultiLine(text, container);
  const outer = indentationAt(text, container.start);
  const inner = multiLine && first !== undefined ? indentationAt(text, first.start) : outer + layout.unit;
  const body = entry((value) => printJson(value, layout, multiLine ? inner : undefined));
  const gap = multiLine ? layout.lineBreak + inner : ' ';
  if (first === undefined) {
    const pad = container.kind === 'object' ? ' ' : '';
    const filled = multiLine ? `${gap}${body}${layout.lineBreak}${outer}` : `${pad}${body}${pad}`;
    return {
      start: container.start + 1,
      end: closingBracket(text, container),
      text: escaped(filled, escapes),
    };
  }
  if (after === undefined)
    return { start: first.start, end: first.start, text: escaped(`${body},${gap}`, escapes) };
  const at = endOfChild(container, after);
  return { start: at, end: at, text: escaped(`,${gap}${body}`, escapes) };
}

/** A container that is not closed yet is filled up to its end. */
function closingBracket(text: string, { start, end }: ContainerNode): number {
  return /[\]}]/.test(text.charAt(end - 1)) && end - 1 > start ? end - 1 : end;
}

/** `json` as it stands in a document within as many strings. */
function escaped(json: string, escapes: number): string {
  let result = json;
  for (let count = 0; count < escapes; count++) result = JSON.stringify(result).slice(1, -1);
  return result;
}

function noteRemoval(node: Node, removed: Map<ContainerNode, Set<Node>>): void {
  const container = node.parent;
  if (container === undefined) return;
  const child =
    container.kind === 'object' ? container.members.find(({ value }) => value === node)?.key : undefined;
  const children = removed.get(container) ?? new Set();
  children.add(child ?? node);
  removed.set(container, children);
}

/** Each run of entries that go takes the comma with it that stood between it and what stays. */
function removals(container: ContainerNode, gone: ReadonlySet<Node>): TextEdit[] {
  const children = childrenOf(container);
  const result: TextEdit[] = [];
  for (let index = 0; index < children.length; index++) {
    const first = children[index];
    if (first === undefined || !gone.has(first)) continue;
    let last = index;
    for (let next = children[last + 1]; next !== undefined && gone.has(next); next = children[last + 1])
      last++;
    const before = children[index - 1];
    const behind = children[last + 1];
    const end = endOfChild(container, children[last] ?? first);
    if (before !== undefined) result.push({ start: endOfChild(container, before), end, text: '' });
    else if (behind !== undefined) result.push({ start: first.start, end: behind.start, text: '' });
    else result.push({ start: first.start, end, text: '' });
    index = last;
  }
  return result;
}
