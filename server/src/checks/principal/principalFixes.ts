import type { PrincipalElement } from '../../policy/model.ts';
import { literalOf, type Node, type StringNode } from '../../syntax/node.ts';
import type { JsonValue, TreeEdit } from '../../syntax/treeEdit.ts';
import { jsonOf } from '../splitStatement.ts';

/** Takes a principal out of its element; nothing where it is the only one, as a statement must name one. */
export function removePrincipal({ value }: PrincipalElement, node: StringNode): TreeEdit[] {
  if (node.parent?.kind === 'array' && node.parent.items.length > 1) return [{ edit: 'remove', node }];
  const key = value?.kind === 'object' ? value.members.find((one) => holds(one.value, node))?.key : undefined;
  const others =
    value?.kind === 'object' && value.members.some((one) => one.key !== key && !isEmpty(one.value));
  return key === undefined || !others ? [] : [{ edit: 'remove', node: key }];
}

/** Gives a type of principals another name; they join those that stand under that name. */
export function renamePrincipalType(key: StringNode, name: string): TreeEdit[] {
  const members = key.parent?.kind === 'object' ? key.parent.members : [];
  const known = members.find((one) => one.key !== key && literalOf(one.key) === name)?.value;
  if (known === undefined) return [{ edit: 'rename', key, name }];
  const listed = texts(known);
  const added = texts(members.find((one) => one.key === key)?.value);
  if (listed === undefined || added === undefined) return [];
  return [
    { edit: 'remove', node: key },
    { edit: 'replace', node: known, value: [...new Set([...listed, ...added])] },
  ];
}

function texts(node: Node | undefined): readonly JsonValue[] | undefined {
  const json = jsonOf(node);
  if (typeof json === 'string') return [json];
  return node?.kind === 'array' && Array.isArray(json) ? json : undefined;
}

function holds(value: Node | undefined, node: StringNode): boolean {
  return value === node || (value?.kind === 'array' && value.items.includes(node));
}

function isEmpty(value: Node | undefined): boolean {
  return value?.kind === 'array' && value.items.length === 0;
}
