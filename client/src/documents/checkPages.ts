import {
  commands,
  Disposable,
  EventEmitter,
  FilePermission,
  FileSystemError,
  type FileSystemProvider,
  Uri,
  ViewColumn,
  workspace,
} from 'vscode';
import { checkPageScheme } from '../../../server/src/protocol.ts';

/** Where the page of a code opens: the extension makes it a rendered Markdown document by its manifest. */
export function checkPageUri(code: string): Uri {
  return Uri.from({ scheme: checkPageScheme, path: `/${code}.md` });
}

/** Opens the page of a code beside the active editor. Rejects when there is none. */
export async function openCheckPage(code: string): Promise<void> {
  const uri = checkPageUri(code);
  await workspace.fs.stat(uri);
  await commands.executeCommand('vscode.open', uri, { viewColumn: ViewColumn.Beside, preview: true });
}

/**
 * Serves `iam-check:/NAME.md` from a folder of the extension, read-only. It is a file system rather than a provider of
 * documents, since links from page to page are followed only where a file can be looked up.
 */
export function serveCheckPages(folder: Uri): Disposable {
  return workspace.registerFileSystemProvider(checkPageScheme, pagesIn(folder), { isReadonly: true });
}

function pagesIn(folder: Uri): FileSystemProvider {
  const changes = new EventEmitter<never[]>();
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: changes.event,
    watch: () => new Disposable(() => undefined),
    async stat(uri) {
      const { type, ctime, mtime, size } = await workspace.fs.stat(fileOf(folder, uri));
      return { type, ctime, mtime, size, permissions: FilePermission.Readonly };
    },
    readFile: (uri) => Promise.resolve(workspace.fs.readFile(fileOf(folder, uri))),
    readDirectory: (uri) =>
      uri.path === '/' ? Promise.resolve(workspace.fs.readDirectory(folder)) : refuse(uri),
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}

/** Nothing but the folder and what lies in it directly is served, whatever a link says. */
function fileOf(folder: Uri, uri: Uri): Uri {
  if (uri.path === '/') return folder;
  if (!/^\/\w+\.md$/.test(uri.path)) throw FileSystemError.FileNotFound(uri);
  return Uri.joinPath(folder, uri.path);
}
