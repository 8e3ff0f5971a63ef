import type { ArrayNode, Node } from '../../syntax/node.ts';

/** Whether a list is written and has nothing in it. */
export function isEmptyList(node: Node | undefined): node is ArrayNode {
  return node?.kind === 'array' && node.items.length === 0;
}
