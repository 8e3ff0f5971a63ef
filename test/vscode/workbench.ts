import { strict as assert } from 'node:assert';
import { commands, extensions, Range, Selection, type TextEditor, Uri, window, workspace } from 'vscode';
import type { IamRolesApi } from '../../client/src/extension.ts';
import { registerMemoryFiles } from './memoryFiles.ts';
import { waitFor } from './waitFor.ts';

export function extension() {
  const found = extensions.getExtension<IamRolesApi>('iam-roles.iam-roles');
  assert.ok(found, 'the extension is not installed');
  return found;
}

/** The kind of state the server is in; `off` before the extension is active. */
export function serverState() {
  const found = extension();
  return found.isActive ? found.exports.serverState().kind : 'off';
}

/** The URI of a file in the folder that is open. */
export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file of test/vscode/workspace in an editor. */
export async function openFile(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(fileUri(name)));
}

const files = registerMemoryFiles('policies-in-memory');
let opened = 0;

/**
 * Opens a text as a new file in memory and waits for the server; the cursor stands at the offset.
 * Unsaved documents would be named alike, one after the other, and VS Code then takes a new one for the last.
 */
export async function openText(text: string, cursor = 0, name = 'document.json'): Promise<TextEditor> {
  const uri = files.write(`/${++opened}/${name}`, text);
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  const position = editor.document.positionAt(cursor);
  editor.selection = new Selection(position, position);
  await waitFor(serverState, (state) => state === 'running');
  return editor;
}

/** Puts another text in the place of the first occurrence of one. */
export async function replaceText(editor: TextEditor, old: string, text: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(old);
  assert.ok(start >= 0, `"${old}" is not in the document`);
  const range = new Range(document.positionAt(start), document.positionAt(start + old.length));
  assert.ok(await editor.edit((edit) => edit.replace(range, text)));
}

/** Closes every editor, unsaved changes thrown away. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor !== undefined) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
