import type { AwsBundle, Connection } from '../../aws/connection.ts';
import type { ConsoleRequest } from '../../aws/consoleSignIn.ts';
import type { AnalyzerFindingAt } from '../../documents/analyzerFindings.ts';
import type { RolePages } from '../../rolePage/pageSource.ts';
import type { Ask } from '../../serverRequests.ts';
import type { FolderFiles } from '../../ui/folderFiles.ts';
import type { RoleCommandParts } from '../roleCommand.ts';

/** What commands on sessions of roles work with. */
export interface SessionParts extends RoleCommandParts {
  /** Asks the language server, which is started for it. */
  readonly ask: Ask;
  /** Of the bundle with the AWS SDK, which is loaded by then. */
  connectAs(...parameters: Parameters<AwsBundle['connectAs']>): Promise<Connection>;
  readonly recentRoles: RecentRoles;
  /** Shows what Access Analyzer found in an open document, in place of what it found before, until that is edited. */
  showAnalyzerFindings(uri: string, findings: readonly AnalyzerFindingAt[]): Promise<void>;
  readonly rolePages: RolePages;
  /** A terminal that only this environment's programs see, and that does not outlive the window. */
  openTerminal(terminal: {
    readonly name: string;
    readonly environment: Readonly<Record<string, string | null>>;
  }): void;
  /** False where no browser came. */
  openConsole(request: ConsoleRequest, signal: AbortSignal): Promise<boolean>;
  /** The AWS config file, which profiles are added to. */
  readonly configFile: {
    read(): Promise<string>;
    write(text: string): Promise<void>;
  };
  readonly files: FolderFiles;
  /** Where the active editor's document is; undefined while there is none. */
  activeDocument(): { readonly scheme: string; readonly path: string } | undefined;
  now(): Date;
  /** Settles after the time, or as soon as the signal ends. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** ARNs, the latest first. */
export interface RecentRoles {
  list(): readonly string[];
  add(roleArn: string): void;
}

/** A command on sessions of roles; of `argument` nothing is to be relied on. */
export type SessionCommand = (parts: SessionParts, argument?: unknown) => Promise<void>;
