import type {
  CodeAction,
  Connection,
  CreateFile,
  InitializeParams,
  TextEdit as LspEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { NewFile, RefactorItem, RefactorKind } from '../features/refactor/refactorItem.ts';
import { refactorings } from '../features/refactor/refactorings.ts';
import {
  type InitializationOptions,
  livePolicyScheme,
  managedPolicyScheme,
  readOnlyLivePolicyScheme,
} from '../protocol.ts';
import type { Span } from '../syntax/node.ts';
import { lspEdits } from './lspRange.ts';
import type { OpenDocument } from './session.ts';
import type { ReadFile } from './settingsFiles.ts';
import { fileReader } from './workspace.ts';

/** What a client that makes files is asked with: an edit that makes one, at a URI that is free. */
export type MakeFile = (documentUri: string, file: NewFile) => Promise<(TextDocumentEdit | CreateFile)[]>;

/** The refactorings of a document as code actions; those that make a file only where the client can. */
export async function refactorActions(
  { file, settings, catalog, document }: OpenDocument & { readonly document: TextDocument },
  span: Span,
  wanted: (kind: RefactorKind) => boolean,
  makeFile: MakeFile | undefined,
): Promise<CodeAction[]> {
  const items = refactorings(file, span, wanted, { catalog, settings });
  const actions = await Promise.all(
    items.map(async (item): Promise<CodeAction | undefined> => {
      const edit = await workspaceEdit(document, item, makeFile);
      return edit && { title: item.title, kind: item.kind, edit };
    }),
  );
  return actions.filter((action) => action !== undefined);
}

async function workspaceEdit(
  document: TextDocument,
  { edits, newFile }: RefactorItem,
  makeFile: MakeFile | undefined,
): Promise<WorkspaceEdit | undefined> {
  const own = lspEdits(document, edits);
  if (newFile === undefined) return { changes: { [document.uri]: own } };
  const made = (await makeFile?.(document.uri, newFile)) ?? [];
  if (made.length === 0) return undefined;
  return { documentChanges: [...made, documentEdit(document.uri, document.version, own)] };
}

function documentEdit(uri: string, version: number | null, edits: LspEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version }, edits };
}

/** Makes files beside documents, where the client can; undefined where it cannot. */
export function fileMaker(connection: Connection, params: InitializeParams): MakeFile | undefined {
  const { documentChanges, resourceOperations } = params.capabilities.workspace?.workspaceEdit ?? {};
  if (documentChanges !== true || resourceOperations?.includes('create') !== true) return undefined;
  const options: InitializationOptions = params.initializationOptions ?? {};
  const readFile = fileReader(connection, options.clientReadsFiles === true);
  return async (documentUri, file) => {
    const uri = await freeUri(documentUri, file, readFile);
    if (uri === undefined) return [];
    const start = { line: 0, character: 0 };
    const content = documentEdit(uri, null, [{ range: { start, end: start }, newText: file.text }]);
    return [{ kind: 'create', uri }, content];
  };
}

/** Schemes of documents that stand in no folder. */
const homeless: readonly string[] = [
  'untitled',
  managedPolicyScheme,
  livePolicyScheme,
  readOnlyLivePolicyScheme,
];
/** So many names are tried. */
const mostNames = 20;

/**
 * A name beside the document that no file has; undefined for documents that are in no folder. The client refuses to
 * write over a file that is made meanwhile.
 */
async function freeUri(
  documentUri: string,
  { suffix }: NewFile,
  readFile: ReadFile,
): Promise<string | undefined> {
  const [, path, scheme = '', ending = ''] = /^(([^:]+):.*\/[^/]+?)(\.jsonc?)?$/i.exec(documentUri) ?? [];
  if (path === undefined || homeless.includes(scheme)) return undefined;
  const named = suffix === '' ? [] : [`${path}-${suffix}${ending}`];
  const numbered = Array.from({ length: mostNames }, (_, index) => `${path}-${index + 2}${ending}`);
  for (const uri of [...named, ...numbered]) if ((await readFile(uri)) === null) return uri;
  return undefined;
}
