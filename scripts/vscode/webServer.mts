import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { environment, runQuietly } from '../repository.mts';
import { userSettings } from './userSettings.mts';

export interface WebServer {
  /** `HOST:PORT`. */
  readonly authority: string;
  /** The folder of its logs, settings and extensions. */
  readonly data: string;
  /** The workbench on a folder; `payload` are pairs that VS Code takes as if from its command line. */
  address(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** Gives these user settings beside those of every run to windows opened from now on. */
  setUserSettings(more: Readonly<Record<string, unknown>>): void;
  /** Ends the server with all its processes and removes its data. */
  stop(): void;
  /** Settles when the server has ended by itself. */
  readonly ended: Promise<void>;
}

export interface WebServerOptions {
  /** Path of VS Code's server, from `prepareWebServer`. */
  readonly main: string;
  /** The packed extension to install. */
  readonly vsix: string;
  /** Whether every folder is trusted. */
  readonly trusted: boolean;
  /** Whether a suite is to run in it: only then the workbench takes a payload, but it shows no notifications. */
  readonly forSuite: boolean;
  /** Variables of the environment for the extension host beside this process's own, which undefined takes away. */
  readonly variables?: Readonly<NodeJS.ProcessEnv>;
}

/** Starts VS Code's server on a free port of this machine, with a data folder of its own; settles when it listens. */
export async function startWebServer({
  main,
  vsix,
  trusted,
  forSuite,
  variables,
}: WebServerOptions): Promise<WebServer> {
  const data = mkdtempSync(join(tmpdir(), 'iam-roles-vscode-'));
  const settingsFile = join(data, 'data/User/settings.json');
  writeSettings(settingsFile, userSettings);
  const common = ['--accept-server-license-terms', '--server-data-dir', data, '--telemetry-level', 'off'];
  await runQuietly(process.execPath, [main, '--install-extension', vsix, ...common], data);
  const token = randomUUID();
  const authority = `127.0.0.1:${await freePort()}`;
  const [host = '', port = ''] = authority.split(':');
  const args = ['--host', host, '--port', port, '--connection-token', token];
  if (trusted) args.push('--disable-workspace-trust');
  if (forSuite) args.push('--enable-smoke-test-driver');
  const server = spawn(process.execPath, [main, ...args, ...common], {
    env: { ...environment, ...variables, EXTENSIONS_GALLERY: '{}' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const stop = () => {
    endGroup(server);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', stop);
  await listening(server);
  return {
    authority,
    data,
    address(folder, payload) {
      const query = new URLSearchParams({ folder, tkn: token });
      if (payload !== undefined) query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query}`;
    },
    setUserSettings: (more) => writeSettings(settingsFile, { ...userSettings, ...more }),
    stop,
    ended: new Promise((settle) => server.once('close', () => settle())),
  };
}

function writeSettings(file: string, settings: Readonly<Record<string, unknown>>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, undefined, 2));
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => settle(port));
    });
  });
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((settle, fail) => {
    let output = '';
    const read = (chunk: Buffer) => {
      if (output.length < 100_000) output += chunk;
      if (output.includes('Extension host agent listening')) settle();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', fail);
    server.once('close', () => fail(new Error(`VS Code's server ended before it listened:\n${output}`)));
  });
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}
