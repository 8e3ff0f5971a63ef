import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  MarkdownString,
  TextDocumentSaveReason,
  Uri,
  workspace,
} from 'vscode';
import { livePolicyScheme, readOnlyLivePolicyScheme } from '../../../server/src/protocol.ts';
import type { LiveFile, LivePolicies } from '../commands/live/livePolicies.ts';

/** Makes the policies of one scheme; `changed` takes the path of a document that has another text. */
export type LoadLivePolicies = (changed: (path: string) => void) => Promise<LivePolicies>;

const whyReadOnly =
  'AWS managed policies, the policies of service-linked roles and versions of policies cannot be changed: only AWS changes the first two, and a version stays as it is.';

/** Serves policies of accounts as documents, which are saved by hand only. Nothing is loaded before the first is opened. */
export function serveLivePolicies(load: LoadLivePolicies): Disposable {
  return Disposable.from(
    serve(livePolicyScheme, load, undefined),
    serve(readOnlyLivePolicyScheme, load, new MarkdownString(whyReadOnly)),
  );
}

function serve(scheme: string, load: LoadLivePolicies, isReadonly: MarkdownString | undefined): Disposable {
  const changes = new EventEmitter<FileChangeEvent[]>();
  /** Paths of documents that the user saves at this moment. */
  const byHand = new Set<string>();
  let policies: Promise<LivePolicies> | undefined;
  const loaded = () => {
    policies ??= load((path) =>
      changes.fire([{ type: FileChangeType.Changed, uri: Uri.from({ scheme, path }) }]),
    );
    return policies;
  };
  const provider = providerOf(loaded, changes, (path) => byHand.delete(path));
  return Disposable.from(
    changes,
    workspace.registerFileSystemProvider(scheme, provider, {
      isCaseSensitive: true,
      ...(isReadonly && { isReadonly }),
    }),
    workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
      if (uri.scheme !== scheme) return;
      if (reason === TextDocumentSaveReason.Manual) byHand.add(uri.path);
      else byHand.delete(uri.path);
    }),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.scheme === scheme) void policies?.then((all) => all.saved(uri.path));
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === scheme) void policies?.then((all) => all.closed(uri.path));
    }),
  );
}

/** `takeByHand` gives whether the user is saving the document of that path, once. */
function providerOf(
  loaded: () => Promise<LivePolicies>,
  { event }: EventEmitter<FileChangeEvent[]>,
  takeByHand: (path: string) => boolean,
): FileSystemProvider {
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: event,
    watch: () => new Disposable(() => undefined),
    stat: (uri) => attempt(uri, async () => statOf(found(uri, await (await loaded()).stat(uri.path)))),
    readFile: (uri) =>
      attempt(uri, async () => bytes(found(uri, await (await loaded()).read(uri.path)).text)),
    writeFile: (uri, content) =>
      attempt(uri, async () => {
        if (!takeByHand(uri.path))
          throw new Error(
            'Policies in AWS are saved by hand only, never by themselves: run File: Save when the policy is finished.',
          );
        await (await loaded()).save(uri.path, new TextDecoder().decode(content));
      }),
    readDirectory: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}

function found(uri: Uri, file: LiveFile | undefined): LiveFile {
  if (file === undefined) throw FileSystemError.FileNotFound(uri);
  return file;
}

function statOf({ created, changed, text, readOnly }: LiveFile): FileStat {
  return {
    type: FileType.File,
    ctime: created,
    mtime: changed,
    size: bytes(text).length,
    ...(readOnly !== undefined && { permissions: FilePermission.Readonly }),
  };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** AWS is called in trusted folders only; what goes wrong is told by VS Code, in our words. */
async function attempt<T>(uri: Uri, work: () => Promise<T>): Promise<T> {
  if (!workspace.isTrusted) throw FileSystemError.NoPermissions(uri);
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileSystemError) throw error;
    throw FileSystemError.Unavailable(error instanceof Error ? error.message : String(error));
  }
}
