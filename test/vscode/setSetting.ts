import { ConfigurationTarget, workspace } from 'vscode';

/** Sets a user setting by its key below `iamRoles`; undefined takes it back. */
export async function setSetting(key: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('iamRoles').update(key, value, ConfigurationTarget.Global);
}
