import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { readFileRequest } from '../protocol.ts';
import type { ReadFile } from './settingsFiles.ts';

/** No settings file comes near it. */
const largestFile = 1_000_000;

/** Reads files through the client where it offers to, else from the disk. */
export function fileReader(connection: Connection, clientReadsFiles: boolean): ReadFile {
  if (clientReadsFiles) return (uri) => connection.sendRequest<string | null>(readFileRequest, { uri });
  return readFromDisk;
}

async function readFromDisk(uri: string): Promise<string | null> {
  if (!uri.startsWith('file:')) return null;
  try {
    const path = fileURLToPath(uri);
    const { size } = await stat(path);
    return size > largestFile ? null : await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

/** The URIs of the folders that are open, as they are now where the client tells. */
export function workspaceFolders(
  connection: Connection,
  params: InitializeParams,
): () => Promise<readonly string[]> {
  const first = params.workspaceFolders?.map(({ uri }) => uri) ?? rootOf(params);
  if (params.capabilities.workspace?.workspaceFolders !== true) return () => Promise.resolve(first);
  let known: Promise<readonly string[]> | undefined = Promise.resolve(first);
  connection.onInitialized(() => {
    connection.workspace.onDidChangeWorkspaceFolders(() => {
      known = undefined;
    });
  });
  return () => {
    known ??= connection.workspace
      .getWorkspaceFolders()
      .then((folders) => (folders ?? []).map(({ uri }) => uri));
    return known;
  };
}

/** Clients older than workspace folders send `rootUri` alone. */
function rootOf({ rootUri }: InitializeParams): readonly string[] {
  return rootUri ? [rootUri] : [];
}
