import {
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  FileType,
  Uri,
  workspace,
} from 'vscode';

export interface MemoryFiles {
  /** Writes a file by its path, such as `/policy.json`, and returns its URI. */
  write(path: string, text: string): Uri;
}

/** A virtual file system that holds its files in memory, under a scheme of its own. */
export function registerMemoryFiles(scheme: string): MemoryFiles {
  const files = new Map<string, Uint8Array>();
  const changes = new EventEmitter<FileChangeEvent[]>();
  const contentOf = (uri: Uri) => {
    const content = files.get(uri.path);
    if (content === undefined) throw FileSystemError.FileNotFound(uri);
    return content;
  };
  const set = (uri: Uri, content: Uint8Array) => {
    files.set(uri.path, content);
    changes.fire([{ type: FileChangeType.Changed, uri }]);
  };
  workspace.registerFileSystemProvider(scheme, {
    onDidChangeFile: changes.event,
    watch: () => ({ dispose() {} }),
    stat(uri): FileStat {
      const isFolder = uri.path === '/';
      return {
        type: isFolder ? FileType.Directory : FileType.File,
        ctime: 0,
        mtime: 0,
        size: isFolder ? 0 : contentOf(uri).length,
      };
    },
    readDirectory: () => [...files.keys()].map((path) => [path.slice(1), FileType.File]),
    readFile: contentOf,
    writeFile: set,
    createDirectory() {},
    delete: ({ path }) => void files.delete(path),
    rename(from, to) {
      set(to, contentOf(from));
      files.delete(from.path);
    },
  });
  return {
    write(path, text) {
      const uri = Uri.from({ scheme, path });
      set(uri, new TextEncoder().encode(text));
      return uri;
    },
  };
}
