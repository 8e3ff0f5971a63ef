import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { answer } from './answer.ts';
import type { Session } from './session.ts';
import { diagnoseSettingsFile, isSettingsFile } from './settingsFileDiagnostics.ts';
import { toDiagnostic } from './toDiagnostic.ts';

/** Diagnostics reach the client by one of two ways; whatever else changed them is told through `refresh`. */
export interface Diagnostics {
  refresh(): void;
}

async function diagnose(
  document: TextDocument,
  documents: TextDocuments<TextDocument>,
  session: Session,
): Promise<Diagnostic[]> {
  if (!session.settings.validate.enable) return [];
  if (isSettingsFile(document.uri)) return diagnoseSettingsFile(document, documents.all(), session);
  const { findings } = await session.open(document);
  return findings().map((finding) => toDiagnostic(document, finding, session.pageUrl));
}

/** The client asks for a document's diagnostics when it wants them (LSP 3.17, `textDocument/diagnostic`). */
export function pullDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  session: () => Session,
  canRefresh: boolean,
): Diagnostics {
  connection.languages.diagnostics.on(({ textDocument }, token) => {
    const empty: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return answer<DocumentDiagnosticReport>(connection.console, 'diagnostics', token, empty, async () => {
      const document = documents.get(textDocument.uri);
      return document === undefined
        ? empty
        : { ...empty, items: await diagnose(document, documents, session()) };
    });
  });
  return {
    refresh() {
      if (canRefresh) connection.languages.diagnostics.refresh();
    },
  };
}

/** Milliseconds without a change after which a client that cannot ask is sent diagnostics. */
const pause = 150;

/** The server sends diagnostics some time after the last change; those of an older version never follow newer ones. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  session: () => Session,
): Diagnostics {
  const waiting = new Map<string, NodeJS.Timeout>();

  const send = async (uri: string): Promise<void> => {
    waiting.delete(uri);
    const document = documents.get(uri);
    if (document === undefined) return;
    const { version } = document;
    const diagnostics = await diagnose(document, documents, session());
    if (documents.get(uri)?.version === version)
      await connection.sendDiagnostics({ uri, version, diagnostics });
  };

  const schedule = (uri: string): void => {
    clearTimeout(waiting.get(uri));
    const timer = setTimeout(() => {
      send(uri).catch((error) => connection.console.error(`Diagnostics of ${uri} failed: ${String(error)}`));
    }, pause);
    waiting.set(uri, timer);
  };

  documents.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.onDidClose(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    waiting.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return {
    refresh() {
      for (const { uri } of documents.all()) schedule(uri);
    },
  };
}
