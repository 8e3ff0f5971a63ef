import { Uri, window, workspace } from 'vscode';
import type { Ui } from './ui.ts';

/** Asks where, in the folder of the workspace at first. */
export const saveFile: Ui['save'] = async ({ name, text }) => {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    title: name,
  });
  if (uri === undefined) return false;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return true;
};
