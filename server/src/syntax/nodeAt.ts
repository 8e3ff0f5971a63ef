import { type Member, type Node, type ObjectNode, type Path, pathOf } from './node.ts';

/** The innermost node at an offset. */
export interface NodeAt {
  readonly node: Node;
  /** True where the node is a key. */
  readonly isKey: boolean;
  /** Keys and indexes from the root; a key has the path of its value. */
  readonly path: Path;
}

/** The innermost node that holds an offset, its ends included; undefined outside of `root`. */
export function nodeAt(root: ObjectNode, offset: number): NodeAt | undefined {
  if (!holds(root, offset)) return undefined;
  let node: Node = root;
  for (;;) {
    const next: Node | undefined = childAt(node, offset);
    if (next === undefined) break;
    node = next;
  }
  const isKey = node.parent?.kind === 'object' && node.parent.members.some(({ key }) => key === node);
  return { node, isKey, path: pathOf(node, root) };
}

function childAt(node: Node, offset: number): Node | undefined {
  if (node.kind === 'array') return node.items.find((item) => holds(item, offset));
  if (node.kind !== 'object') return undefined;
  return node.members.flatMap(memberNodes).find((child) => holds(child, offset));
}

function memberNodes({ key, value }: Member): readonly Node[] {
  return value === undefined ? [key] : [key, value];
}

function holds({ start, end }: Node, offset: number): boolean {
  return start <= offset && offset <= end;
}
