import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { type ExtensionContext, env, Uri, window } from 'vscode';
import { type ConsoleRequest, consoleSignInUrl } from './aws/consoleSignIn.ts';
import { filePaths } from './aws/profileFiles.ts';
import { redirectOnce } from './aws/redirectOnce.ts';
import type { SessionParts } from './commands/session/sessionParts.ts';
import { wait } from './commands/waiting.ts';
import type { LanguageServer } from './languageServer.ts';
import { openTerminal } from './ui/openTerminal.ts';
import { folderFiles } from './ui/vscodeFolderFiles.ts';

const recentKey = 'iamRoles.aws.recentRoles';
const mostRecent = 20;

/** What commands on sessions of roles need of this window. Nothing is read and nothing loaded yet. */
export function createWindowSessions(
  { globalState }: ExtensionContext,
  server: LanguageServer,
): Omit<SessionParts, 'ui' | 'activeProfile' | 'openPolicies' | 'roleCatalog' | 'rolePages'> {
  const recent = () => globalState.get<readonly string[]>(recentKey, []);
  const { config } = filePaths(process.env, homedir());
  return {
    async ask(method, params) {
      await server.start();
      return server.ask(method, params);
    },
    connectAs: async (...parameters) => (await import('./aws/aws.ts')).connectAs(...parameters),
    recentRoles: {
      list: recent,
      add: (roleArn) =>
        void globalState.update(
          recentKey,
          [roleArn, ...recent().filter((one) => one !== roleArn)].slice(0, mostRecent),
        ),
    },
    async showAnalyzerFindings(uri, findings) {
      (await import('./onDemand.ts')).showAnalyzerFindings(uri, findings);
    },
    openTerminal,
    openConsole,
    configFile: {
      read: () => readFile(config, 'utf8').catch(whenMissing),
      async write(text) {
        await mkdir(dirname(config), { recursive: true, mode: 0o700 });
        await writeFile(config, text, { mode: 0o600 });
      },
    },
    files: folderFiles,
    activeDocument: () => window.activeTextEditor?.document.uri,
    now: () => new Date(),
    wait,
  };
}

async function openConsole(request: ConsoleRequest, signal: AbortSignal): Promise<boolean> {
  const redirect = await redirectOnce(await consoleSignInUrl(request, signal));
  signal.addEventListener('abort', redirect.close, { once: true });
  // Through a tunnel where the browser is on another machine than this.
  const isOpened = await env.openExternal(await env.asExternalUri(Uri.parse(redirect.url)));
  if (!isOpened) redirect.close();
  return redirect.used;
}

function whenMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
