import { literalOf, type Member, type Node, type ObjectNode, type StringNode } from '../syntax/node.ts';
import type { TreeEdit } from '../syntax/treeEdit.ts';
import type { Fix } from './check.ts';
import { jsonOf } from './splitStatement.ts';

/** Elements that take one value. */
const single: ReadonlySet<string> = new Set(['Version', 'Id', 'Sid', 'Effect', 'Statement']);

/**
 * A fix that puts the values of two members into the first and removes the second: texts into one list, objects with
 * different keys into one object. None where that is not what both say.
 */
export function mergeMembers(object: ObjectNode, first: StringNode, second: StringNode): Fix[] {
  const one = valueBehind(object, first);
  const other = valueBehind(object, second);
  const name = literalOf(first) ?? '';
  if (one === undefined || other === undefined) return [];
  const edits = single.has(name)
    ? sameText(one, other)
    : (mergedTexts(one, other) ?? mergedObjects(one, other));
  if (edits === undefined) return [];
  return [
    { title: `Merge into one ${name}`, edits: [...edits, { edit: 'remove', node: second }], safe: false },
  ];
}

function valueBehind({ members }: ObjectNode, key: StringNode): Node | undefined {
  return members.find((member) => member.key === key)?.value;
}

function sameText(one: Node, other: Node): TreeEdit[] | undefined {
  const text = literalOf(one);
  return text !== undefined && text === literalOf(other) ? [] : undefined;
}

function mergedTexts(one: Node, other: Node): TreeEdit[] | undefined {
  const [texts, added] = [textsOf(one), textsOf(other)];
  if (texts === undefined || added === undefined) return undefined;
  const fresh = [...new Set(added)].filter((text) => !texts.includes(text));
  if (one.kind === 'array') return fresh.map((value) => ({ edit: 'addItem', array: one, value }));
  return fresh.length === 0 ? [] : [{ edit: 'replace', node: one, value: [...texts, ...fresh] }];
}

function textsOf(node: Node): readonly string[] | undefined {
  const items = node.kind === 'array' ? node.items : [node];
  const texts = items.flatMap((item) => literalOf(item) ?? []);
  return texts.length === items.length ? texts : undefined;
}

function mergedObjects(one: Node, other: Node): TreeEdit[] | undefined {
  if (one.kind !== 'object' || other.kind !== 'object') return undefined;
  const known = new Set(one.members.map(lowerName));
  if (other.members.some((member) => known.has(lowerName(member)))) return undefined;
  const edits = other.members.map(({ key, value }): TreeEdit | undefined => {
    const [name, json] = [literalOf(key), jsonOf(value)];
    return name === undefined || json === undefined
      ? undefined
      : { edit: 'addMember', object: one, name, value: json };
  });
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** Letter case does not count in condition keys. */
function lowerName({ key }: Member): string {
  return (literalOf(key) ?? '').toLowerCase();
}
