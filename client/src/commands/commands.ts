import { commands, Disposable, type Extension, type LogOutputChannel, window } from 'vscode';
import { choosePolicyTypeRequest } from '../../../server/src/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { PolicyTypeStatus } from '../views/policyTypeStatus.ts';
import { aboutText } from './about.ts';
import { choosePolicyType } from './choosePolicyType.ts';
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
  'iamRoles.newTrustPolicy': () => newPolicy(newTrustPolicy),
  'iamRoles.newPermissionPolicy': () => newPolicy(newPermissionPolicy),
  'iamRoles.restartServer': ({ server }) => server.restart(),
  'iamRoles.showLog': ({ log }) => log.show(),
  async 'iamRoles.about'({ server, extension }) {
    await server.start();
    return void window.showInformationMessage(aboutText(extension.packageJSON.version, server.state));
  },
};

export function registerCommands(parts: CommandParts): Disposable {
  const registered = Object.entries(commandTable).map(([id, run]) =>
    commands.registerCommand(id, () => run(parts)),
  );
  return Disposable.from(...registered);
}
