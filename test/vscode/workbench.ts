import { strict as assert } from 'node:assert';
import { commands, extensions, type TextEditor, Uri, window, workspace } from 'vscode';
import type { IamRolesApi } from '../../client/src/extension.ts';

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

/** Opens a file of test/vscode/workspace in an editor. */
export async function openFile(name: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, name)));
}

/** Closes every editor, unsaved changes thrown away. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor !== undefined) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
