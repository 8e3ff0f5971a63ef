import type { ContainerNode, Node } from './node.ts';
import type { JsonValue } from './treeEdit.ts';

/** How a document is laid out, so that what is added looks as if it had always been there. */
export interface Layout {
  readonly lineBreak: '\n' | '\r\n';
  /** One level of indentation. */
  readonly unit: string;
}

const defaultUnit = '  ';

/** Tells the layout from the first lines that are indented. */
export function layoutOf(text: string): Layout {
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? defaultUnit;
  return { lineBreak: text.includes('\r\n') ? '\r\n' : '\n', unit };
}

/** The white space at the beginning of the line that holds an offset. */
export function indentationAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** Whether the entries of a container stand on lines of their own. */
export function isMultiLine(text: string, container: ContainerNode): boolean {
  const first = childrenOf(container)[0];
  return text.slice(container.start, first?.start ?? container.end).includes('\n');
}

/** The entries of a list; of an object the keys, which stand where the members begin. */
export function childrenOf(container: ContainerNode): readonly Node[] {
  return container.kind === 'array' ? container.items : container.members.map(({ key }) => key);
}

/** Where the entry that begins with `child` ends: a member with its value. */
export function endOfChild(container: ContainerNode, child: Node): number {
  if (container.kind === 'array') return child.end;
  return container.members.find(({ key }) => key === child)?.value?.end ?? child.end;
}

/** JSON text of a value; on several lines where `indentation`, that of the line it begins on, is given. */
export function printJson(value: JsonValue, layout: Layout, indentation: string | undefined): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Array.isArray(value)
    ? value.map((item) => ['', item] as const)
    : Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}: `, item] as const);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return open + close;
  const inner = indentation === undefined ? undefined : indentation + layout.unit;
  const printed = entries.map(([key, item]) => key + printJson(item, layout, inner));
  if (indentation === undefined) {
    const pad = Array.isArray(value) ? '' : ' ';
    return `${open}${pad}${printed.join(', ')}${pad}${close}`;
  }
  const { lineBreak } = layout;
  return `${open}${lineBreak}${printed.map((one) => inner + one).join(`,${lineBreak}`)}${lineBreak}${indentation}${close}`;
}
