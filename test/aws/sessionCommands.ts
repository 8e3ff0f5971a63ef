import type { WindowProfile } from '../../client/src/aws/activeProfile.ts';
import type { Connection } from '../../client/src/aws/connection.ts';
import { consoleSignInUrl } from '../../client/src/aws/consoleSignIn.ts';
import { connectAs } from '../../client/src/aws/createConnection.ts';
import type { SessionParts } from '../../client/src/commands/session/sessionParts.ts';
import type { AnalyzerFindingAt } from '../../client/src/documents/analyzerFindings.ts';
import type { PageSource } from '../../client/src/rolePage/pageSource.ts';
import type { ScriptedUi } from '../scriptedUi.ts';
import { servedPolicies } from '../servedPolicies.ts';
import { roleCommandParts } from './roleCommands.ts';

/** What a command on sessions did to the editor and to this machine. */
export interface SessionBench {
  readonly parts: SessionParts;
  readonly terminals: {
    readonly name: string;
    readonly environment: Readonly<Record<string, string | null>>;
  }[];
  readonly signInUrls: string[];
  readonly waits: number[];
  /** What Access Analyzer was said to have found, by document. */
  readonly analyzed: Map<string, readonly AnalyzerFindingAt[]>;
  readonly used: { readonly connection: Connection; readonly arn: string }[];
  /** Role pages that were shown. */
  readonly pages: PageSource[];
  configFile: string;
  dispose(): void;
}

/** `documents` are open in the editor, by URI; time passes only in `waits`. */
export async function sessionBench(
  scripted: ScriptedUi,
  connection: Connection,
  { documents = {}, recent = [] }: { documents?: Readonly<Record<string, unknown>>; recent?: string[] } = {},
): Promise<SessionBench> {
  const policies = await servedPolicies(documents);
  const role = roleCommandParts(scripted, policies, connection);
  const used: { connection: Connection; arn: string }[] = [];
  const activeProfile: Pick<WindowProfile, 'use'> = {
    use: async (as, arn) => void used.push({ connection: as, arn }),
  };
  const bench: SessionBench = {
    terminals: [],
    signInUrls: [],
    waits: [],
    analyzed: new Map(),
    used,
    pages: [],
    configFile: '[default]\nregion = eu-west-1\n',
    parts: {
      ...role,
      activeProfile: { ...role.activeProfile, ...activeProfile },
      ask: policies.ask,
      connectAs: async (...parameters) => connectAs(...parameters),
      showAnalyzerFindings: async (uri, findings) => void bench.analyzed.set(uri, findings),
      recentRoles: { list: () => recent, add: (arn) => void recent.unshift(arn) },
      rolePages: {
        show: async (source) => void bench.pages.push(source),
        refresh: async () => undefined,
        exportGraph: async () => undefined,
      },
      openTerminal: (terminal) => void bench.terminals.push(terminal),
      async openConsole(request) {
        bench.signInUrls.push(await consoleSignInUrl(request));
        return true;
      },
      configFile: {
        read: async () => bench.configFile,
        write: async (text) => {
          bench.configFile = text;
        },
      },
      files: noFiles,
      activeDocument: () => undefined,
      now: () => new Date(),
      wait: async (milliseconds) => void bench.waits.push(milliseconds),
    },
    dispose: policies.dispose,
  };
  return bench;
}

/** A machine without files. */
const noFiles: SessionParts['files'] = {
  chooseFolder: async () => undefined,
  chooseFile: async () => undefined,
  read: async () => undefined,
  async write() {
    throw new Error('Nothing can be written.');
  },
  uriOf: (folder, path) => `${folder}/${path}`,
};
