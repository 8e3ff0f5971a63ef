import type { Node } from '../../../server/src/syntax/node.ts';

/** The value that a tree stands for, as `JSON.parse` gives it; holes as `${name}`, what is missing as undefined. */
export function plainValue(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case 'unknown':
      return undefined;
    case 'object':
      return Object.fromEntries(
        node.members.map(({ key, value }) => [plainValue(key) as string, plainValue(value)]),
      );
    case 'array':
      return node.items.map(plainValue);
    case 'string':
      return node.parts.map((part) => (typeof part === 'string' ? part : `\${${part.hole}}`)).join('');
    case 'null':
      return null;
    default:
      return node.value;
  }
}

/** A node's children in order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'array') return node.items;
  if (node.kind !== 'object') return [];
  return node.members.flatMap(({ key, value }) => (value === undefined ? [key] : [key, value]));
}

/** A node and everything below it. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}
