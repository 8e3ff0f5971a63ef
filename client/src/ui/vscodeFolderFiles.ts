import { FileSystemError, FileType, Uri, window, workspace } from 'vscode';
import type { FolderFiles } from './folderFiles.ts';

/** More than any policy could be, in bytes. */
const largest = 1_000_000;

/** Files of folders that the user has chosen, wherever VS Code has them. */
export const folderFiles: FolderFiles = {
  async chooseFolder(title, button) {
    const [folder] =
      (await choose({ title, openLabel: button, canSelectFolders: true, canSelectFiles: false })) ?? [];
    return folder?.toString();
  },
  async chooseFile(title, button) {
    const [file] = (await choose({ title, openLabel: button, filters: { JSON: ['json', 'jsonc'] } })) ?? [];
    if (file === undefined) return undefined;
    const text = await read(file);
    return text === undefined ? undefined : { name: file.path.slice(file.path.lastIndexOf('/') + 1), text };
  },
  read: (folder, path) => read(uriIn(folder, path)),
  async write(folder, path, text) {
    await workspace.fs.writeFile(uriIn(folder, path), new TextEncoder().encode(text));
  },
  uriOf: (folder, path) => uriIn(folder, path).toString(),
};

function choose(options: Parameters<typeof window.showOpenDialog>[0]): Thenable<Uri[] | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showOpenDialog({ ...options, canSelectMany: false, ...(folder && { defaultUri: folder }) });
}

function uriIn(folder: string, path: string): Uri {
  return Uri.joinPath(Uri.parse(folder, true), ...path.split('/'));
}

async function read(uri: Uri): Promise<string | undefined> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > largest)
      throw new Error(`${uri.path} is no file of a policy: it is no file, or too large.`);
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
