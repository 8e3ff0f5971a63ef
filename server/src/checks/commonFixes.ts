import type { StringNode } from '../syntax/node.ts';
import type { TreeEdit } from '../syntax/treeEdit.ts';
import type { Fix } from './check.ts';

/** A fix for each text that may have been meant, none of which may be written unasked. */
export function changeToOneOf(node: StringNode, texts: readonly string[]): Fix[] {
  return texts.map((text) => ({
    title: `Change to ${text}`,
    edits: [{ edit: 'replace', node, value: text }],
    safe: false,
  }));
}

/** Puts several entries in the place of one; a string that stands alone becomes a list. */
export function replaceEntry(node: StringNode, texts: readonly string[]): TreeEdit[] {
  const [first = '', ...others] = texts;
  const { parent } = node;
  if (others.length === 0) return [{ edit: 'replace', node, value: first }];
  if (parent?.kind !== 'array') return [{ edit: 'replace', node, value: texts }];
  return [
    { edit: 'replace', node, value: first },
    ...others.reverse().map((value): TreeEdit => ({ edit: 'addItem', array: parent, value, after: node })),
  ];
}
