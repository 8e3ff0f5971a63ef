import { Disposable, RelativePattern, Uri, workspace } from 'vscode';

/** Calls back whenever one of these files changes, comes or goes; a path that ends with a slash and `*` is a whole folder. */
export function watchFiles(paths: readonly string[], onChange: () => void): Disposable {
  const watchers = paths.map((path) => {
    const uri = Uri.file(path);
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), name));
    watcher.onDidChange(onChange);
    watcher.onDidCreate(onChange);
    watcher.onDidDelete(onChange);
    return watcher;
  });
  return Disposable.from(...watchers);
}
