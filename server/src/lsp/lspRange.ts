import type { TextEdit as LspEdit, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../syntax/node.ts';
import type { TextEdit } from '../syntax/treeEdit.ts';

/** Offsets to lines and characters: the one file where they meet. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function lspEdits(document: TextDocument, edits: readonly TextEdit[]): LspEdit[] {
  return edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text }));
}
