import { literalOf, type Node, type StringNode } from '../syntax/node.ts';
import type { TreeEdit } from '../syntax/treeEdit.ts';
import type { Fix } from './check.ts';

/**
 * A fix for each text that may stand in the place of an entry, which goes where the list has that text already.
 * Not for entries of which one can include another, such as actions.
 */
export function changeListed(node: StringNode, texts: readonly string[], safe = false): Fix[] {
  const others = node.parent?.kind === 'array' ? node.parent.items.filter((item) => item !== node) : [];
  return texts.map((text) =>
    others.some((other) => literalOf(other) === text)
      ? { title: `Remove the entry, as ${text} stands in the list`, edits: [{ edit: 'remove', node }], safe }
      : { title: `Change to ${text}`, edits: [{ edit: 'replace', node, value: text }], safe },
  );
}

/** Adds texts to a list, or makes one of the string that stands alone. Nothing for a value that is neither. */
export function addListed(value: Node | undefined, texts: readonly string[]): TreeEdit[] {
  if (value?.kind === 'array' && value.items.length > 0)
    return texts.map((text) => ({ edit: 'addItem', array: value, value: text }));
  if (value?.kind === 'array') return [{ edit: 'replace', node: value, value: texts }];
  const alone = literalOf(value);
  return value === undefined || alone === undefined
    ? []
    : [{ edit: 'replace', node: value, value: [alone, ...texts] }];
}

/** The fix, unless there is nothing it could change. */
export function fixWith(title: string, edits: readonly TreeEdit[], safe = false): Fix[] {
  return edits.length === 0 ? [] : [{ title, edits, safe }];
}
