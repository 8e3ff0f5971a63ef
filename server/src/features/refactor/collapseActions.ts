import { type Collapse, collapseActions } from '../../access/collapseActions.ts';
import { literalOf } from '../../syntax/node.ts';
import { textEdits } from '../../syntax/textEdits.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import type { Refactoring } from './refactorItem.ts';
import { selectedStatement, touches } from './selected.ts';

/** Puts wildcards that match nothing more in the place of the actions of a list. */
export const collapse: Refactoring = {
  kind: 'refactor.rewrite.iamRoles.collapseActions',
  find(selection, { catalog }) {
    const { file, detected, span } = selection;
    const element = selectedStatement(selection)?.action;
    const list = element?.value;
    if (element === undefined || list?.kind !== 'array') return [];
    if (!touches({ start: element.key.start, end: list.end }, span)) return [];
    const { items } = list;
    const collapsed = collapseActions(
      catalog,
      items.map((item) => literalOf(item) ?? ''),
    );
    if (collapsed.length === 0) return [];
    const edits = collapsed.flatMap(({ pattern, entries: [first, ...others] }): TreeEdit[] => {
      const node = items[first ?? -1];
      const gone = others.flatMap((index) => items[index] ?? []);
      if (node === undefined) return [];
      const removals = gone.map((one): TreeEdit => ({ edit: 'remove', node: one }));
      return [{ edit: 'replace', node, value: pattern }, ...removals];
    });
    return [{ title: titleOf(collapsed), edits: textEdits(file.text, edits, detected.located.escapes) }];
  },
};

function titleOf(collapsed: readonly Collapse[]): string {
  const count = collapsed.reduce((sum, { entries }) => sum + entries.length, 0);
  const [first, ...others] = collapsed;
  const result =
    others.length === 0 ? `${first?.pattern}, which matches` : `${collapsed.length} wildcards that match`;
  return `Collapse ${count} actions to ${result} nothing more`;
}
