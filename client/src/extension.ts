import { type ExtensionContext, Uri, window } from 'vscode';
import { registerCommands } from './commands/commands.ts';
import { serveCheckPages } from './documents/checkPages.ts';
import { editorPolicies, readRoleCatalog } from './documents/editorPolicies.ts';
import { serveLivePolicies } from './documents/livePolicies.ts';
import { serveManagedPolicies } from './documents/managedPolicies.ts';
import { startWithFirstPolicy } from './documents/startWithFirstPolicy.ts';
import { createLanguageServer } from './languageServer.ts';
import type { ServerState } from './serverRequests.ts';
import { createUi } from './ui/vscodeUi.ts';
import { showPolicyType } from './views/policyTypeStatus.ts';
import { showRoleLenses } from './views/roleLenses.ts';
import { rolePagesOnDemand } from './views/rolePage/rolePagesOnDemand.ts';
import { showRolesView } from './views/rolesView.ts';
import { showServerState } from './views/serverStatus.ts';
import { createWindowProfile, followProfile } from './windowProfile.ts';
import { createWindowSessions } from './windowSessions.ts';

/** What other extensions get. */
export interface IamRolesApi {
  serverState(): ServerState;
  /** The type of the policy at the cursor, in words, as the status bar shows it; undefined while it shows none. */
  policyTypeShown(): string | undefined;
  /** The text about the active AWS profile in the status bar; undefined while it shows none. */
  profileShown(): string | undefined;
}

export function activate(context: ExtensionContext): IamRolesApi {
  const log = window.createOutputChannel('IAM Roles', { log: true });
  const server = createLanguageServer(context.asAbsolutePath('dist/server.js'), log);
  const policyType = showPolicyType(server);
  const ui = createUi();
  const activeProfile = createWindowProfile(context, ui, log);
  const profile = followProfile(activeProfile);
  const openPolicies = editorPolicies(server);
  const rolesView = showRolesView({ ui, openPolicies, activeProfile });
  const commandParts = {
    server,
    policyType,
    log,
    extension: context.extension,
    ui,
    activeProfile,
    openPolicies,
    rolesView,
    onAccountChange: rolesView.accountChanged,
    roleCatalog: () => readRoleCatalog(server),
    rolePages: rolePagesOnDemand(context.extensionUri, ui),
    ...createWindowSessions(context, server),
  };
  context.subscriptions.push(
    log,
    server,
    policyType,
    ui,
    profile,
    rolesView,
    showServerState(server),
    serveManagedPolicies(server),
    serveCheckPages(Uri.joinPath(context.extensionUri, 'docs/checks')),
    registerCommands(commandParts),
    serveLivePolicies(async (changed) => {
      const { createLivePolicies } = await import('./onDemand.ts');
      return createLivePolicies(commandParts, changed);
    }),
    showRoleLenses(server),
    startWithFirstPolicy(() => server.start()),
  );
  return { serverState: () => server.state, policyTypeShown: policyType.shown, profileShown: profile.shown };
}
