import { type ExtensionContext, Uri, window } from 'vscode';
import { registerCommands } from './commands/commands.ts';
import { serveCheckPages } from './documents/checkPages.ts';
import { serveManagedPolicies } from './documents/managedPolicies.ts';
import { startWithFirstPolicy } from './documents/startWithFirstPolicy.ts';
import { createLanguageServer } from './languageServer.ts';
import type { ServerState } from './serverRequests.ts';
import { showPolicyType } from './views/policyTypeStatus.ts';
import { showServerState } from './views/serverStatus.ts';

/** What other extensions get. */
export interface IamRolesApi {
  serverState(): ServerState;
  /** The type of the policy at the cursor, in words, as the status bar shows it; undefined while it shows none. */
  policyTypeShown(): string | undefined;
}

export function activate(context: ExtensionContext): IamRolesApi {
  const log = window.createOutputChannel('IAM Roles', { log: true });
  const server = createLanguageServer(context.asAbsolutePath('dist/server.js'), log);
  const policyType = showPolicyType(server);
  context.subscriptions.push(
    log,
    server,
    policyType,
    showServerState(server),
    serveManagedPolicies(server),
    serveCheckPages(Uri.joinPath(context.extensionUri, 'docs/checks')),
    registerCommands({ server, policyType, log, extension: context.extension }),
    startWithFirstPolicy(() => server.start()),
  );
  return { serverState: () => server.state, policyTypeShown: policyType.shown };
}
