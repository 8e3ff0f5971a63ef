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

/** The code action of a kind that a menu shows first. */
export function applyFirst(editor: TextEditor, kind: string): Promise<void> {
  return runOnce(editor, kind, 'editor.action.codeAction', { kind, apply: 'first' });
}

/** Milliseconds after which a command that changed nothing is taken as lost. */
const lost = 5_000;

/**
 * Runs a command of the editor that applies a code action of a kind, as a key or a menu does, when there is one. VS Code
 * drops the command when the editor's state changes under it, as on its first layout: only then it is run again, as
 * another time could make the action twice, or take it back.
 */
export async function runOnce(
  { document, selection }: TextEditor,
  kind: string,
  command: string,
  ...given: readonly unknown[]
): Promise<void> {
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
  const { version } = document;
  let latest = 0;
  await waitFor(
    async () => {
      if (Date.now() > latest + lost) {
        latest = Date.now();
        await commands.executeCommand(command, ...given);
      }
      return document.version;
    },
    (now) => now !== version,
  );
}

/** Waits until a document has a text. */
export function hasText({ document }: TextEditor, wanted: string): Promise<string> {
  return waitFor(
    () => document.getText(),
    (text) => text === wanted,
  );
}
