import type { ArrayNode, Member, Node, ObjectNode } from './node.ts';
import { parseJson } from './parseJson.ts';

/** What stands between the entries of a container. */
export interface Spacing {
  /** Before each entry and the closing bracket; empty for all on one line. */
  readonly lineBreak: string;
  /** One level of indentation. */
  readonly unit: string;
  /** Behind colons, and commas on one line. */
  readonly gap: ' ' | '';
}

export const compact: Spacing = { lineBreak: '', unit: '', gap: '' };
export const onOneLine: Spacing = { lineBreak: '', unit: '', gap: ' ' };

/** Which children of a container are written, in which order. */
export interface Arrangement {
  readonly members: (object: ObjectNode) => readonly Member[];
  readonly items: (array: ArrayNode) => readonly Node[];
}

const asWritten: Arrangement = { members: ({ members }) => members, items: ({ items }) => items };

/**
 * The text of a node, with other white space and its children arranged anew. Keys and scalars are taken from the text
 * as they stand, escapes included. Comments are lost, and a member must have a value. `indentation`: that of the line
 * the node begins on.
 */
export function printTree(
  node: Node,
  text: string,
  spacing: Spacing,
  indentation: string,
  arrangement: Arrangement = asWritten,
): string {
  if (node.kind !== 'object' && node.kind !== 'array') return printLeaf(node, text, spacing, indentation);
  const inner = indentation + spacing.unit;
  const print = (child: Node): string => printTree(child, text, spacing, inner, arrangement);
  const entries =
    node.kind === 'array'
      ? arrangement.items(node).map(print)
      : arrangement
          .members(node)
          .map(({ key, value }) => `${written(key, text)}:${spacing.gap}${value ? print(value) : 'null'}`);
  const [open, close] = node.kind === 'array' ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return open + close;
  const { lineBreak, gap } = spacing;
  if (lineBreak !== '')
    return `${open}${lineBreak}${inner}${entries.join(`,${lineBreak}${inner}`)}${lineBreak}${indentation}${close}`;
  const pad = node.kind === 'object' ? gap : '';
  return `${open}${pad}${entries.join(`,${gap}`)}${pad}${close}`;
}

function written({ start, end }: Node, text: string): string {
  return text.slice(start, end);
}

/** An intrinsic function, which the tree has as one value, keeps its line where lines are allowed. */
function printLeaf(node: Node, text: string, spacing: Spacing, indentation: string): string {
  const own = written(node, text);
  const isShort = spacing.gap !== '' && !own.includes('\n');
  if (isShort || !own.startsWith('{')) return own;
  const { root } = parseJson(own);
  return root?.kind === 'object' ? printTree(root, own, spacing, indentation) : own;
}
