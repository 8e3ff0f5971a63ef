import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  type InitializeParams,
  MessageType,
  ShowDocumentRequest,
  ShowMessageNotification,
  type TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { suppressionOf } from '../checks/control.ts';
import { type AddedSuppression, addSuppression, type SuppressionEntry } from '../policy/addSuppression.ts';
import { type InitializationOptions, settingsFileName } from '../protocol.ts';
import type { Span } from '../syntax/node.ts';
import { lspEdits, rangeOf } from './lspRange.ts';
import type { OpenDocument } from './session.ts';
import { decode } from './settingsFiles.ts';
import { toDiagnostic } from './toDiagnostic.ts';
import { fileReader } from './workspace.ts';

/** Run by the code actions below: a reason is to be written, so what it does is shown. */
export const suppressCommand = 'iamRoles.suppressFinding';

interface SuppressArguments {
  /** Of the settings file, which need not be there. */
  readonly uri: string;
  readonly entry: SuppressionEntry;
}

export function canSuppress({ capabilities: { workspace } }: InitializeParams): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  return (
    workspace?.applyEdit === true &&
    workspace.executeCommand !== undefined &&
    documentChanges === true &&
    resourceOperations?.includes('create') === true
  );
}

/** For each finding that touches a span, an entry in the settings file of the document; none outside of a folder. */
export function suppressActions(
  span: Span,
  opened: OpenDocument & { readonly document: TextDocument },
): CodeAction[] {
  const { document, file, findings, settingsFolder, root, pageUrl } = opened;
  const folder = settingsFolder ?? root;
  if (folder === undefined) return [];
  const uri = `${folder}/${settingsFileName}`;
  const path = decode(document.uri.slice(folder.length + 1));
  const touched = findings().filter(({ start, end }) => start <= span.end && span.start <= end);
  const known = new Set<string>();
  return touched.flatMap((finding) => {
    const entry = suppressionOf(finding, file, path);
    const title = titleOf(entry);
    if (known.has(title)) return [];
    known.add(title);
    return [toAction(title, toDiagnostic(document, finding, pageUrl), { uri, entry })];
  });
}

function titleOf({ code, sid, path }: SuppressionEntry): string {
  const where = sid ? ` in statement ${sid}` : path ? ` at ${path}` : '';
  return `Suppress ${code}${where}…`;
}

function toAction(title: string, diagnostic: Diagnostic, given: SuppressArguments): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command: suppressCommand, arguments: [given] },
  };
}

/** Writes the entry, and shows the place of its reason. The settings file is left to be saved. */
export function answerSuppressCommand(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
): void {
  const options: InitializationOptions = params.initializationOptions ?? {};
  const readFile = fileReader(connection, options.clientReadsFiles === true);
  const canShow = params.capabilities.window?.showDocument?.support === true;
  connection.onExecuteCommand(async ({ command, arguments: [given] = [] }) => {
    if (command !== suppressCommand || !isSuppressArguments(given)) return null;
    const { uri, entry } = given;
    const text = documents.get(uri)?.getText() ?? (await readFile(uri)) ?? undefined;
    const added = addSuppression(text, entry);
    if (added === undefined) {
      const message = `${settingsFileName} cannot take the suppression until its mistakes are mended.`;
      await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
      return null;
    }
    const { applied } = await connection.workspace.applyEdit(editOf(uri, text, added));
    const selection = rangeOf(TextDocument.create(uri, 'jsonc', 0, added.after), added.reason);
    if (applied && canShow)
      await connection.sendRequest(ShowDocumentRequest.type, { uri, takeFocus: true, selection });
    return null;
  });
}

function editOf(uri: string, text: string | undefined, { edits }: AddedSuppression): WorkspaceEdit {
  const document = TextDocument.create(uri, 'jsonc', 0, text ?? '');
  const content = { textDocument: { uri, version: null }, edits: lspEdits(document, edits) };
  return { documentChanges: text === undefined ? [{ kind: 'create', uri }, content] : [content] };
}

/** Clients send arguments back as they were given, but anyone can send a command. */
function isSuppressArguments(given: unknown): given is SuppressArguments {
  return (
    typeof given === 'object' &&
    given !== null &&
    'uri' in given &&
    typeof given.uri === 'string' &&
    given.uri.endsWith(`/${settingsFileName}`) &&
    'entry' in given &&
    typeof given.entry === 'object'
  );
}
