import { homedir } from 'node:os';
import { Disposable, type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import type { WindowProfile } from './aws/activeProfile.ts';
import { type AwsSettings, defaultAwsSettings, readAwsSettings } from './aws/awsSettings.ts';
import { readProfiles } from './aws/readProfiles.ts';
import { watchedPaths } from './aws/watchedPaths.ts';
import { askMfaCode } from './profiles/askMfaCode.ts';
import { createActiveProfile } from './profiles/createActiveProfile.ts';
import { runAwsCli } from './ui/runAwsCli.ts';
import type { Ui } from './ui/ui.ts';
import { watchFiles } from './ui/watchFiles.ts';
import { type ProfileStatusView, showProfile } from './views/profileStatus.ts';

const chosenKey = 'iamRoles.aws.chosenProfile';
const recentKey = 'iamRoles.aws.recentProfiles';

/** The active profile of this window. Nothing is read and nothing loaded yet. */
export function createWindowProfile(
  { workspaceState, globalState }: ExtensionContext,
  ui: Ui,
  log: LogOutputChannel,
): WindowProfile {
  return createActiveProfile({
    env: process.env,
    ui,
    state: {
      get chosen() {
        return workspaceState.get<string>(chosenKey);
      },
      get recent() {
        return globalState.get<readonly string[]>(recentKey, []);
      },
      remember(chosen, recent) {
        void workspaceState.update(chosenKey, chosen);
        void globalState.update(recentKey, recent);
      },
    },
    settings,
    readProfiles: () => readProfiles(process.env, homedir(), settings()),
    loadBundle: () => import('./aws/aws.ts'),
    askMfaCode: (serialNumber, problem) => askMfaCode(ui, serialNumber, problem),
    log: (line) => log.info(line),
    runCli: (args, signal) => runAwsCli(settings().cliPath, args, signal),
  });
}

function settings(): AwsSettings {
  const configuration = workspace.getConfiguration('iamRoles.aws');
  return readAwsSettings((key) => configuration.get(key, defaultAwsSettings[key]));
}

/** Shows the profile from when the folder is trusted, and keeps what is known of it true. */
export function followProfile(activeProfile: WindowProfile): ProfileStatusView {
  const parts: Disposable[] = [];
  let view: ProfileStatusView | undefined;
  const begin = () => {
    const refresh = () => void activeProfile.refresh();
    view = showProfile(activeProfile);
    parts.push(
      view,
      watchFiles(watchedPaths(process.env, homedir()), refresh),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('iamRoles.aws')) refresh();
      }),
    );
    // VS Code gets the end of the activation first.
    setImmediate(refresh);
  };
  if (workspace.isTrusted) begin();
  else parts.push(workspace.onDidGrantWorkspaceTrust(begin));
  return { shown: () => view?.shown(), dispose: () => Disposable.from(...parts).dispose() };
}
