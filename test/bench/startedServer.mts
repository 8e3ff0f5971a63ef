import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { inRepository } from '../../scripts/repository.mts';
import { identitySchema } from './jsonService.mts';

export const servers = {
  own: inRepository('dist/server.js'),
  json: inRepository('node_modules/vscode-langservers-extracted/bin/vscode-json-language-server'),
} as const;

/** The document that a started server has open; its first statement has an error that both servers tell. */
export const uri = 'file:///identity-policy.json';

export interface StartedServer {
  readonly connection: ProtocolConnection;
  /** Milliseconds from the start of the process to the first diagnostics. */
  readonly toDiagnostics: number;
  /** Of the process, in MB; undefined where the system does not tell. */
  readonly memory: number | undefined;
  stop(): Promise<void>;
}

const capabilities = {
  textDocument: { diagnostic: {}, completion: {}, hover: {}, publishDiagnostics: {} },
  workspace: { configuration: false },
};

/** Starts a server over stdio, opens a document and waits for its diagnostics. Throws when there are none. */
export async function startServer(name: keyof typeof servers, text: string): Promise<StartedServer> {
  const start = performance.now();
  const child = spawn(process.execPath, [servers[name], '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const pushed = new Promise<readonly unknown[]>((settle) => {
    connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => {
      if (diagnostics.length > 0) settle(diagnostics);
    });
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities };
  const answer: InitializeResult = await connection.sendRequest('initialize', params);
  await connection.sendNotification('initialized', {});
  if (name === 'json') await connection.sendNotification('workspace/didChangeConfiguration', jsonSettings);
  const textDocument = { uri, languageId: 'json', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const pulls = answer.capabilities.diagnosticProvider !== undefined;
  const found = pulls ? await pull(connection) : await pushed;
  if (found.length === 0) throw new Error(`${servers[name]} found nothing.`);
  const toDiagnostics = performance.now() - start;
  return { connection, toDiagnostics, memory: residentMemory(child), stop: () => stop(connection, child) };
}

const jsonSettings = {
  settings: {
    json: {
      validate: { enable: true },
      schemas: [{ url: 'schema://identity', fileMatch: ['*'], schema: identitySchema }],
    },
  },
};

async function pull(connection: ProtocolConnection): Promise<readonly unknown[]> {
  const { items } = await connection.sendRequest<{ items: readonly unknown[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return items;
}

function residentMemory({ pid }: ChildProcess): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

async function stop(connection: ProtocolConnection, child: ChildProcess): Promise<void> {
  const ended = new Promise((settle) => child.on('close', settle));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
}
