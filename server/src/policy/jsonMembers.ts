import { literalOf, type Node } from '../syntax/node.ts';

/** The value of an object's member by its name, the last of several; undefined in all that is no object. */
export function memberValue(node: Node | undefined, name: string): Node | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.findLast(({ key }) => literalOf(key) === name)?.value;
}

/** The items of a list; a value that stands alone is a list of one. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  return node.kind === 'array' ? node.items : [node];
}
