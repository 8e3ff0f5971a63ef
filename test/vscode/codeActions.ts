import { type CodeAction, commands, Selection, type TextEditor } from 'vscode';
import { readMarks } from '../markedText.ts';
import { waitFor } from './waitFor.ts';
import { openText } from './workbench.ts';

/** Opens a text with what `«…»` marks selected. */
export async function openMarked(marked: string, name?: string): Promise<TextEditor> {
  const { text, spans } = readMarks(marked);
  const editor = await openText(text, 0, name);
  const { start, end } = spans[0] ?? { start: 0, end: 0 };
  const { document } = editor;
  editor.selection = new Selection(document.positionAt(start), document.positionAt(end));
  return editor;
}

/**
 * Runs a command of the editor that applies a code action, as a key or a menu does, until the text is as it should be.
 * The command does nothing while the server has no answer yet.
 */
export async function runUntil(
  { document }: TextEditor,
  wanted: string,
  command: string,
  ...given: readonly unknown[]
): Promise<void> {
  const before = document.getText();
  await waitFor(
    async () => {
      if (document.getText() === before) await commands.executeCommand(command, ...given);
      return document.getText();
    },
    (text) => text === wanted,
  );
}

/** The code action of a kind that a menu shows first. Made once, as another time could take it back. */
export async function applyFirst({ document, selection }: TextEditor, kind: string): Promise<void> {
  await waitFor(
    () =>
      commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        selection,
        kind,
      ),
    (offered) => offered.length > 0,
  );
  await commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
}

/** Waits until a document has a text. */
export function hasText({ document }: TextEditor, wanted: string): Promise<string> {
  return waitFor(
    () => document.getText(),
    (text) => text === wanted,
  );
}
