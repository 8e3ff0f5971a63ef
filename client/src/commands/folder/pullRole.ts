import { parseRoleArn } from '../../roles/assume/roleArn.ts';
import { safeName } from '../../roles/folder/fileNames.ts';
import { type FolderFile, filesOfRole } from '../../roles/folder/folderFiles.ts';
import { readFolderRole } from '../../roles/folder/folderRole.ts';
import { manifestName } from '../../roles/folder/manifest.ts';
import { chooseRole } from '../session/chooseRole.ts';
import type { SessionParts } from '../session/sessionParts.ts';

const title = 'Pull Role into Folder';

/** Writes a role with its policies into a folder; `argument` is the role's name or ARN. */
export async function pullRole(parts: SessionParts, argument?: unknown): Promise<void> {
  const { ui, activeProfile, files } = parts;
  const connection = await activeProfile.connect();
  if (connection === undefined) return;
  const caller = await connection.caller();
  const arn = await chooseRole(parts, connection.api(), caller, title, argument);
  const name = arn === undefined ? undefined : parseRoleArn(arn)?.name;
  if (name === undefined) return;
  const chosen = await files.chooseFolder(`The folder that gets the role ${name}`, 'Pull into This Folder');
  if (chosen === undefined) return;
  const role = await ui.progress(`Reading role ${name}`, (_report, signal) =>
    readFolderRole(connection.api(signal), caller.account, name),
  );
  if (role === undefined)
    throw new Error(
      `Account ${caller.account} has no role ${name}. Look at the profile, and at the spelling.`,
    );
  // A folder that holds a role already is its home; every other gets one for it.
  const isHome = (await files.read(chosen, manifestName)) !== undefined;
  const pulled = filesOfRole(role).map(({ path, text }) => ({
    path: isHome ? path : `${safeName(name)}/${path}`,
    text,
  }));
  if (!(await mayOverwrite(parts, chosen, pulled))) return;
  for (const { path, text } of pulled) await files.write(chosen, path, text);
  const [manifest] = pulled;
  if (manifest !== undefined) await ui.open(files.uriOf(chosen, manifest.path));
  await ui.inform(`Role ${name} of account ${caller.account} is in ${pulled.length} files.`);
}

async function mayOverwrite(
  { ui, files }: Pick<SessionParts, 'ui' | 'files'>,
  folder: string,
  pulled: readonly FolderFile[],
): Promise<boolean> {
  const other: string[] = [];
  for (const { path, text } of pulled) {
    const there = await files.read(folder, path);
    if (there !== undefined && there !== text) other.push(path);
  }
  if (other.length === 0) return true;
  const choice = await ui.confirm({
    message: `Write over ${other.length === 1 ? 'a file' : `${other.length} files`} with what AWS has?`,
    detail: other.join('\n'),
    buttons: ['Overwrite'],
  });
  return choice !== undefined;
}
