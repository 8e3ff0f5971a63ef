import { statementJson } from '../../checks/splitStatement.ts';
import { literalOf } from '../../syntax/node.ts';
import { textEdits } from '../../syntax/textEdits.ts';
import { statementName } from '../statementName.ts';
import { newPolicy, standsAlone } from './newPolicy.ts';
import type { Refactoring } from './refactorItem.ts';
import { holdsComment, isWhole, selectedStatements } from './selected.ts';

/** Moves the selected statements to a policy file of their own. Not all of them, as then nothing would be left. */
export const extractStatements: Refactoring = {
  kind: 'refactor.extract.iamRoles.statements',
  find(selection) {
    const { file, detected } = selection;
    const selected = selectedStatements(selection);
    const [first, ...others] = selected;
    if (first === undefined || selected.length === detected.policy.statements.length) return [];
    if (!standsAlone(selection) || !isWhole(selection)) return [];
    const moved = selected.map(statementJson).filter((json) => json !== undefined);
    if (moved.length < selected.length || selected.some(({ node }) => holdsComment(selection, node)))
      return [];
    const what = others.length === 0 ? statementName(first) : `${selected.length} statements`;
    const suffix = others.length === 0 ? (literalOf(first.sid?.value) ?? '') : '';
    const removals = selected.map(({ node }) => ({ edit: 'remove', node }) as const);
    return [
      {
        title: `Move ${what} to a new policy file`,
        edits: textEdits(file.text, removals, 0),
        newFile: newPolicy(selection, moved, suffix.replace(/[^\w-]/g, '')),
      },
    ];
  },
};
