import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/startServer.ts';
import type { InitializationOptions } from '../../server/src/protocol.ts';
import { testCatalog } from '../catalog.ts';

/** A client with the real server behind it, both in this process, joined by streams. */
export interface Joined {
  readonly client: ProtocolConnection;
  initialize(options?: JoinedOptions): Promise<InitializeResult>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** The diagnostics of an open document, asked for. */
  pull(uri: string): Promise<readonly Diagnostic[]>;
  dispose(): void;
}

export interface JoinedOptions {
  readonly capabilities?: object;
  readonly options?: InitializationOptions;
  readonly folder?: string;
}

const pulling = { textDocument: { diagnostic: {} } };

/** `pagesFolder`: where the server finds the pages of checks. */
export function join(pagesFolder?: string): Joined {
  const up = new PassThrough();
  const down = new PassThrough();
  const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(connection, testCatalog(), pagesFolder);
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  return {
    client,
    async initialize({ capabilities = pulling, options = {}, folder } = {}) {
      const result = await client.sendRequest(InitializeRequest.type, {
        processId: null,
        rootUri: folder ?? null,
        workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'folder' }],
        capabilities,
        initializationOptions: options,
      });
      await client.sendNotification(InitializedNotification.type, {});
      return result;
    },
    open: (uri, text, languageId = 'json') =>
      client.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, text) =>
      client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    close: (uri) => client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    async pull(uri) {
      const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      if (report.kind !== 'full') throw new Error('The server said that nothing changed.');
      return report.items;
    },
    dispose: () => client.dispose(),
  };
}
