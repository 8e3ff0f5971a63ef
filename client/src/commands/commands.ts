import {
  commands,
  Disposable,
  type Extension,
  type LogOutputChannel,
  languages,
  QuickPickItemKind,
  window,
} from 'vscode';
import { checksRequest, choosePolicyTypeRequest } from '../../../server/src/protocol.ts';
import { openCheckPage } from '../documents/checkPages.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { PolicyTypeStatus } from '../views/policyTypeStatus.ts';
import { aboutText } from './about.ts';
import { choosePolicyType } from './choosePolicyType.ts';
import { explainCheck } from './explainCheck.ts';
import { newPermissionPolicy, newPolicy, newTrustPolicy } from './newPolicy.ts';

export interface CommandParts {
  readonly server: LanguageServer;
  readonly policyType: PolicyTypeStatus;
  readonly log: LogOutputChannel;
  readonly extension: Extension<unknown>;
}

/** Every command of the manifest, by its identifier there. */
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
  'iamRoles.restartServer': ({ server }) => server.restart(),
  'iamRoles.showLog': ({ log }) => log.show(),
  async 'iamRoles.about'({ server, extension }) {
    await server.start();
    return void window.showInformationMessage(aboutText(extension.packageJSON.version, server.state));
  },
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
  const registered = Object.entries(commandTable).map(([id, run]) =>
    commands.registerCommand(id, () => run(parts)),
  );
  return Disposable.from(...registered);
}
