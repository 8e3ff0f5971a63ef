import type { Statement } from '../../policy/model.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import { applyTextEdits, textEdits } from '../../syntax/textEdits.ts';
import type { TextEdit, TreeEdit } from '../../syntax/treeEdit.ts';
import type { Selection } from './refactorItem.ts';

/** A copy of a statement: what its Sid ends with, and what else is changed in it. */
export interface StatementCopy {
  readonly sidSuffix: string;
  readonly edits: readonly TreeEdit[];
}

/**
 * Puts changed copies of a statement in its place. What does not change keeps its text, comments and intrinsic
 * functions included. Undefined where the statement stands outside of a document, or the text of its Sid is not known.
 */
export function copyStatement(
  { file: { text }, detected }: Selection,
  statement: Statement,
  copies: readonly StatementCopy[],
): TextEdit[] | undefined {
  const { node, sid, policy } = statement;
  const { parent } = node;
  const escapes = detected.located.escapes;
  const name = literalOf(sid?.value);
  if (policy.level === 'statement' || parent === undefined || (sid !== undefined && name === undefined))
    return undefined;
  const taken = new Set(policy.statements.map((other) => literalOf(other.sid?.value)));
  const texts = copies.map(({ sidSuffix, edits }) => {
    const named = sid?.value === undefined ? [] : [renamed(sid.value, freeSid(`${name}${sidSuffix}`, taken))];
    const own = textEdits(text, [...edits, ...named], escapes).map((edit) => moved(edit, -node.start));
    return applyTextEdits(text.slice(node.start, node.end), own);
  });
  const { start, end } = node;
  if (parent.kind === 'object') return [{ start, end, text: `[${texts.join(', ')}]` }];
  const previous = parent.items[parent.items.indexOf(node) - 1];
  const gap = blankBefore(text.slice(previous?.end ?? parent.start + 1, start));
  return [{ start, end, text: texts.join(`,${gap}`) }];
}

function renamed(node: Node, value: string): TreeEdit {
  return { edit: 'replace', node, value };
}

function freeSid(wanted: string, taken: Set<string | undefined>): string {
  let sid = wanted;
  for (let number = 2; taken.has(sid); number++) sid = `${wanted}${number}`;
  taken.add(sid);
  return sid;
}

function moved(edit: TextEdit, by: number): TextEdit {
  return { ...edit, start: edit.start + by, end: edit.end + by };
}

/** In a policy that is held as a string, a line break is an escape of its own. */
function blankBefore(text: string): string {
  return /(?:\s|\\+[nrt])+$/.exec(text)?.[0] ?? ' ';
}
