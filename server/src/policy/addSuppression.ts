import { layoutOf, printJson } from '../syntax/layout.ts';
import type { Node, Span } from '../syntax/node.ts';
import { parseJson } from '../syntax/parseJson.ts';
import { applyTextEdits, textEdits } from '../syntax/textEdits.ts';
import type { TextEdit, TreeEdit } from '../syntax/treeEdit.ts';
import { memberValue } from './jsonMembers.ts';

/** An entry of `suppressions` in a settings file. */
export interface SuppressionEntry {
  readonly code: string;
  readonly files: string;
  readonly sid?: string;
  readonly path?: string;
}

export interface AddedSuppression {
  /** In order and without overlap; one that inserts the whole where there was no settings file. */
  readonly edits: readonly TextEdit[];
  readonly after: string;
  /** The text of the reason in `after`, to be written over. */
  readonly reason: Span;
}

const reasonToWrite = 'Say why this finding may stay.';

/**
 * Adds an entry to a settings file, whose comments and layout stay; to a new one where `text` is undefined. Undefined
 * where the text is none of a settings file.
 */
export function addSuppression(
  text: string | undefined,
  { code, files, sid, path }: SuppressionEntry,
): AddedSuppression | undefined {
  const entry = {
    code,
    files,
    ...(sid !== undefined && { sid }),
    ...(path !== undefined && { path }),
    reason: reasonToWrite,
  };
  const edits = text === undefined ? [newFile(entry)] : additions(text, entry);
  if (edits === undefined) return undefined;
  const after = applyTextEdits(text ?? '', edits);
  const list = memberValue(parseJson(after).root, 'suppressions');
  const reason = list?.kind === 'array' ? memberValue(list.items.at(-1), 'reason') : undefined;
  return reason && { edits, after, reason: { start: reason.start + 1, end: reason.end - 1 } };
}

type Entry = Readonly<Record<string, string>>;

function newFile(entry: Entry): TextEdit {
  const layout = layoutOf('');
  return { start: 0, end: 0, text: printJson({ suppressions: [entry] }, layout, '') + layout.lineBreak };
}

function additions(text: string, entry: Entry): readonly TextEdit[] | undefined {
  const { root, problems } = parseJson(text);
  if (root === undefined || problems.some(({ kind }) => kind === 'syntax')) return undefined;
  const edit = addition(root, entry);
  return edit && textEdits(text, [edit], 0);
}

function addition(root: Node, entry: Entry): TreeEdit | undefined {
  if (root.kind !== 'object') return undefined;
  const list = memberValue(root, 'suppressions');
  if (list === undefined)
    return root.members.length === 0
      ? { edit: 'replace', node: root, value: { suppressions: [entry] } }
      : { edit: 'addMember', object: root, name: 'suppressions', value: [entry] };
  if (list.kind !== 'array') return undefined;
  return list.items.length === 0
    ? { edit: 'replace', node: list, value: [entry] }
    : { edit: 'addItem', array: list, value: entry };
}
