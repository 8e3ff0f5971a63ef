import {
  commands,
  Disposable,
  type Extension,
  type LogOutputChannel,
  languages,
  QuickPickItemKind,
  window,
  workspace,
} from 'vscode';
import { checksRequest, choosePolicyTypeRequest } from '../../../server/src/protocol.ts';
import { openCheckPage } from '../documents/checkPages.ts';
import type { LanguageServer } from '../languageServer.ts';
import { tellErrors } from '../ui/tellErrors.ts';
import type { PolicyTypeStatus } from '../views/policyTypeStatus.ts';
import type { RolesView } from '../views/rolesView.ts';
import { aboutText } from './about.ts';
import { choosePolicyType } from './choosePolicyType.ts';
import { copyAccountId, type ProfileParts } from './copyAccountId.ts';
import { explainCheck } from './explainCheck.ts';
import { explorerCommandIds } from './explorer/explorerCommandIds.ts';
import { newPermissionPolicy, newPolicy, newTrustPolicy } from './newPolicy.ts';
import { profileActions } from './profileActions.ts';
import { roleCommandIds } from './roleCommandIds.ts';
import { runAwsCommand } from './runAwsCommand.ts';
import type { SessionParts } from './session/sessionParts.ts';

export interface CommandParts extends ProfileParts, SessionParts {
  readonly activeProfile: ProfileParts['activeProfile'];
  readonly server: LanguageServer;
  readonly policyType: PolicyTypeStatus;
  readonly log: LogOutputChannel;
  readonly extension: Extension<unknown>;
  readonly rolesView: RolesView;
}

/** Every command of the manifest that has nothing to do with AWS, by its identifier there. */
const commandTable: Readonly<Record<string, (parts: CommandParts) => unknown>> = {
  'iamRoles.choosePolicyType': ({ server, policyType }) =>
    choosePolicyType({
      current: policyType.current,
      pick: (items, placeHolder) => window.showQuickPick(items, { placeHolder }),
      inform: (message) => window.showInformationMessage(message),
      async choose(params) {
        await server.ask(choosePolicyTypeRequest, params);
        policyType.refresh();
      },
    }),
  'iamRoles.explainCheck': ({ server }) =>
    explainCheck({
      async checks() {
        await server.start();
        return server.ask(checksRequest, {});
      },
      foundCodes,
      separator: (label) => ({ label, kind: QuickPickItemKind.Separator }),
      pick: (items, placeHolder) => window.showQuickPick(items, { placeHolder, matchOnDetail: true }),
      open: openCheckPage,
      inform: (message) => window.showInformationMessage(message),
    }),
  'iamRoles.newTrustPolicy': () => newPolicy(newTrustPolicy),
  'iamRoles.newPermissionPolicy': () => newPolicy(newPermissionPolicy),
  'iamRoles.showLocalRolePage': (parts) =>
    tellErrors(parts.ui, async () => {
      const { showLocalRolePage } = await import('../onDemand.ts');
      await showLocalRolePage(parts);
    }),
  'iamRoles.refreshRolePage': ({ ui, rolePages }) => tellErrors(ui, rolePages.refresh),
  'iamRoles.exportRoleGraphAsSvg': ({ ui, rolePages }) => tellErrors(ui, () => rolePages.exportGraph('svg')),
  'iamRoles.exportRoleGraphAsMermaid': ({ ui, rolePages }) =>
    tellErrors(ui, () => rolePages.exportGraph('mermaid')),
  'iamRoles.restartServer': ({ server }) => server.restart(),
  'iamRoles.showLog': ({ log }) => log.show(),
  async 'iamRoles.about'({ server, extension }) {
    await server.start();
    return void window.showInformationMessage(aboutText(extension.packageJSON.version, server.state));
  },
};

/** Those that need a trusted folder: the manifest shows them there only. */
const awsCommandTable: Readonly<Record<string, (parts: CommandParts) => unknown>> = {
  'iamRoles.chooseProfile': ({ activeProfile }) => activeProfile.choose(),
  'iamRoles.signIn': ({ activeProfile }) => activeProfile.signIn(),
  'iamRoles.copyAccountId': (parts) => copyAccountId(parts),
  'iamRoles.profileActions': (parts) => profileActions(parts, () => parts.log.show()),
};

/** Of the active document, by its diagnostics. */
function foundCodes(): readonly string[] {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return [];
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'IAM Roles')
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

export function registerCommands(parts: CommandParts): Disposable {
  const { ui } = parts;
  return Disposable.from(
    ...Object.entries(commandTable).map(([id, run]) => commands.registerCommand(id, () => run(parts))),
    ...Object.entries(awsCommandTable).map(([id, run]) =>
      commands.registerCommand(id, () =>
        runAwsCommand({ ui, isTrusted: workspace.isTrusted }, () => run(parts)),
      ),
    ),
    ...explorerCommandIds.map((id) =>
      commands.registerCommand(id, (row) =>
        runAwsCommand({ ui, isTrusted: workspace.isTrusted }, () => parts.rolesView.run(id, row)),
      ),
    ),
    ...roleCommandIds.map((id) =>
      commands.registerCommand(id, (argument) =>
        runAwsCommand({ ui, isTrusted: workspace.isTrusted }, async () => {
          const { roleCommands } = await import('../onDemand.ts');
          await roleCommands[id](parts, argument);
        }),
      ),
    ),
  );
}
