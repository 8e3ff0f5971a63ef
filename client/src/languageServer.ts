import { type Disposable, type Event, EventEmitter, type LogOutputChannel, window } from 'vscode';
import type { RunningClient } from './languageClient.ts';
import type { Ask, ServerState } from './serverRequests.ts';

/** The language server as the rest of the client sees it, running or not. */
export interface LanguageServer extends Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: Event<ServerState>;
  readonly ask: Ask;
  /** Starts the server unless that was done; settles when it runs or has failed. Never rejects. */
  start(): Promise<void>;
  /** Ends the server if there is one and starts another. Never rejects. */
  restart(): Promise<void>;
}

/** `serverModule` is the absolute path of the server's bundle. Nothing is loaded before the first start. */
export function createLanguageServer(serverModule: string, log: LogOutputChannel): LanguageServer {
  const changes = new EventEmitter<ServerState>();
  let state: ServerState = { kind: 'off' };
  let client: Promise<RunningClient | undefined> | undefined;

  const onState = (next: ServerState) => {
    state = next;
    changes.fire(next);
    if (next.kind === 'running')
      log.info(`The language server runs, with AWS data of ${next.server.catalogDate}.`);
    if (next.kind === 'failed') void offerRestart(next.reason);
  };
  const launch = async () => {
    onState({ kind: 'starting' });
    // Reading the language client takes long: VS Code gets the end of the activation first.
    await new Promise(setImmediate);
    try {
      const { startLanguageClient } = await import('./languageClient.ts');
      return await startLanguageClient({ serverModule, log, onState });
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      onState({ kind: 'failed', reason: 'it could not be started' });
      return undefined;
    }
  };
  const server: LanguageServer = {
    get state() {
      return state;
    },
    onDidChangeState: changes.event,
    async ask(method, params) {
      const running = await client;
      return state.kind === 'running' ? running?.ask(method, params) : undefined;
    },
    async start() {
      client ??= launch();
      await client;
    },
    async restart() {
      const previous = client;
      client = stop(previous).then(launch);
      await client;
    },
    dispose() {
      void stop(client);
      changes.dispose();
    },
  };
  const offerRestart = async (reason: string) => {
    const message = `The IAM language server is off, as ${reason}: policies are not checked until it is restarted.`;
    const choice = await window.showErrorMessage(message, 'Restart', 'Show Log');
    if (choice === 'Restart') await server.restart();
    if (choice === 'Show Log') log.show();
  };
  const stop = async (running: typeof client) => {
    try {
      await (await running)?.stop();
    } catch (error) {
      log.warn(`The language server did not stop in order: ${error}`);
    }
  };
  return server;
}
