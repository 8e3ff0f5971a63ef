import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  InlayHintRefreshRequest,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog } from '../catalog/catalog.ts';
import { type InitializationOptions, type ServerExperimental, settingsFileName } from '../protocol.ts';
import { checkPageUrls } from './checkPageUrls.ts';
import { hasLabelDetails } from './completionHandlers.ts';
import { type Diagnostics, pullDiagnostics, pushDiagnostics } from './diagnostics.ts';
import { answerFeatures, featureCapabilities } from './featureHandlers.ts';
import { answerOwnRequests } from './ownRequests.ts';
import { fileMaker } from './refactorActions.ts';
import { answerReviewRequests } from './reviewRequests.ts';
import { answerRoleRequests } from './roleRequests.ts';
import { createSession, type Session } from './session.ts';
import { answerSuppressCommand, canSuppress, suppressCommand } from './suppressFinding.ts';
import { answerTextRequests } from './textRequests.ts';

/**
 * Serves one client over a connection until it closes. `pagesFolder`: absolute path of the folder with the pages of
 * checks, if they are shipped with the server.
 */
export function startServer(connection: Connection, catalog: Catalog, pagesFolder?: string): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  const running = (): Session => {
    if (session === undefined) throw new Error('A request came before initialize.');
    return session;
  };

  connection.onInitialize((params): InitializeResult => {
    session = createSession(connection, params, catalog, checkPageUrls(pagesFolder));
    watchSettingsFiles(connection, params);
    const refreshes = refreshersFor(connection, params);
    const diagnostics = startDiagnostics(connection, documents, running, params);
    const refreshAll = (): void => {
      diagnostics.refresh();
      for (const refresh of refreshes) refresh();
    };
    connection.onDidChangeConfiguration(({ settings }) => {
      running().change(settings?.iamRoles ?? settings);
      refreshAll();
    });
    connection.onDidChangeWatchedFiles(() => {
      running().settingsFilesChanged();
      refreshAll();
    });
    answerFeatures(connection, documents, running, {
      actions: { makeFile: fileMaker(connection, params), suppress: canSuppress(params) },
      labelDetails: hasLabelDetails(params),
    });
    if (canSuppress(params)) answerSuppressCommand(connection, documents, params);
    answerOwnRequests(connection, documents, running, refreshAll);
    answerTextRequests(connection, running);
    answerReviewRequests(connection, documents, running);
    answerRoleRequests(connection, documents, running);
    const experimental: ServerExperimental = { catalogDate: catalog.date, catalogCounts: catalog.counts };
    return {
      serverInfo: { name: 'iam-roles' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(canPull(params) && {
          diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
        }),
        ...featureCapabilities,
        ...(canSuppress(params) && { executeCommandProvider: { commands: [suppressCommand] } }),
        experimental,
      },
    };
  });

  documents.onDidClose(({ document }) => session?.close(document.uri));
  documents.listen(connection);
  connection.listen();
}

/** A client that reads files for the server watches them too; any other is asked to, where it can. */
function watchSettingsFiles(
  connection: Connection,
  { capabilities, initializationOptions }: InitializeParams,
): void {
  const options: InitializationOptions = initializationOptions ?? {};
  if (options.clientReadsFiles || !capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  connection.onInitialized(() => {
    const watchers = [{ globPattern: `**/${settingsFileName}` }];
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error) => connection.console.warn(`Settings files are not watched: ${String(error)}`));
  });
}

function canPull({ capabilities }: InitializeParams): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

function startDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  session: () => Session,
  params: InitializeParams,
): Diagnostics {
  if (!canPull(params)) return pushDiagnostics(connection, documents, session);
  const canRefresh = params.capabilities.workspace?.diagnostics?.refreshSupport === true;
  return pullDiagnostics(connection, documents, session, canRefresh);
}

function refreshersFor(connection: Connection, { capabilities }: InitializeParams): (() => void)[] {
  const refreshers: (() => void)[] = [];
  const ask = (request: { readonly method: string }) => () => {
    connection.sendRequest(request.method).catch(() => undefined);
  };
  if (capabilities.workspace?.codeLens?.refreshSupport) refreshers.push(ask(CodeLensRefreshRequest));
  if (capabilities.workspace?.inlayHint?.refreshSupport) refreshers.push(ask(InlayHintRefreshRequest));
  return refreshers;
}
