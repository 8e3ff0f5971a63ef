import type { Catalog } from '../../catalog/catalog.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import { textEdits } from '../../syntax/textEdits.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import { statementName } from '../statementName.ts';
import { type Frame, framesOf } from './mergeFrames.ts';
import type { Refactoring } from './refactorItem.ts';
import { selectedStatements } from './selected.ts';

/**
 * Makes one statement of those that differ in one element, whatever their Sids. With the cursor in a statement, of
 * all that go with it; with several statements selected, of these.
 */
export const mergeStatements: Refactoring = {
  kind: 'refactor.rewrite.iamRoles.mergeStatements',
  find(selection, { catalog }) {
    const { file, detected } = selection;
    const selected = selectedStatements(selection);
    const [first] = selected;
    if (first === undefined) return [];
    const among = selected.length > 1 ? selected : detected.policy.statements;
    const frames = among.flatMap(framesOf);
    const own = frames.filter(({ statement }) => statement === first);
    return own.flatMap((frame) => {
      const group = frames.filter(({ rest }) => rest === frame.rest);
      if (new Set(group.map(({ says }) => says)).size < 2) return [];
      const edits = mergeEdits(group, catalog);
      return [{ title: titleOf(group, frame), edits: textEdits(file.text, edits, detected.located.escapes) }];
    });
  },
};

function titleOf(group: readonly Frame[], { statement, name }: Frame): string {
  const [other, ...more] = group.filter((one) => one.statement !== statement);
  if (other === undefined || more.length > 0)
    return `Merge the ${group.length} statements that differ in ${name} only`;
  return `Merge with ${statementName(other.statement)}, which differs in ${name} only`;
}

function mergeEdits(group: readonly Frame[], catalog: Catalog): TreeEdit[] {
  const [target, ...others] = group;
  if (target === undefined) return [];
  const names = new Set(group.flatMap(({ lists }) => [...lists.keys()]));
  const merged = [...names].flatMap((name) => {
    const own = target.lists.get(name);
    const values = others.flatMap(({ lists }) => lists.get(name) ?? []);
    return mergedList(target, name, own, values, catalog);
  });
  return [...merged, ...others.map(({ statement }): TreeEdit => ({ edit: 'remove', node: statement.node }))];
}

function mergedList(
  { object, redundant }: Frame,
  name: string,
  own: Node | undefined,
  values: readonly Node[],
  catalog: Catalog,
): TreeEdit[] {
  const before = own === undefined ? [] : textsOf(own);
  const all = [...new Set([...before, ...values.flatMap(textsOf)])];
  const idle = new Set(redundant(all, catalog).map(({ entry }) => entry));
  const kept = all.filter((_, index) => !idle.has(index));
  const [only = '', ...more] = kept;
  const value = more.length === 0 ? only : kept;
  if (own === undefined) return object === undefined ? [] : [{ edit: 'addMember', object, name, value }];
  const fresh = kept.filter((text) => !before.includes(text));
  const isKept = before.every((text) => kept.includes(text));
  if (fresh.length === 0 && isKept) return [];
  if (own.kind !== 'array' || !isKept) return [{ edit: 'replace', node: own, value }];
  return fresh.map((text) => ({ edit: 'addItem', array: own, value: text }));
}

function textsOf(value: Node): readonly string[] {
  const items = value.kind === 'array' ? value.items : [value];
  return items.flatMap((item) => literalOf(item) ?? []);
}
