import type { Connection } from '../../aws/connection.ts';
import { roleOfFiles } from '../../roles/folder/folderFiles.ts';
import { defaultDocument, type FolderRole, readFolderRole } from '../../roles/folder/folderRole.ts';
import { manifestName } from '../../roles/folder/manifest.ts';
import type { SessionParts } from '../session/sessionParts.ts';

/** A folder's role beside what AWS has. */
export interface ChosenFolder {
  readonly connection: Connection;
  /** URI. */
  readonly folder: string;
  readonly role: Awaited<ReturnType<typeof roleOfFiles>>;
  readonly live: FolderRole | undefined;
  /** What AWS has of the managed policies that the folder keeps, by ARN. */
  readonly documents: ReadonlyMap<string, string>;
}

/**
 * The folder of the manifest that the command was started on, or one that is chosen. Undefined when the user gives up;
 * throws an `Error` where the folder is not of the active profile's account.
 */
export async function chosenFolder(
  parts: SessionParts,
  title: string,
  button: string,
  argument: unknown,
): Promise<ChosenFolder | undefined> {
  const { ui, activeProfile, files } = parts;
  const folder = folderOf(argument) ?? (await files.chooseFolder(title, button));
  if (folder === undefined) return undefined;
  const role = await roleOfFiles((path) => files.read(folder, path));
  const connection = await activeProfile.connect();
  if (connection === undefined) return undefined;
  const { account } = await connection.caller();
  if (account !== role.account)
    throw new Error(
      `The folder is of account ${role.account}, but the profile ${connection.profile.name} is in account ${account}. Choose a profile of account ${role.account}.`,
    );
  return ui.progress(`Reading role ${role.name}`, async (_report, signal) => {
    const api = connection.api(signal);
    const live = await readFolderRole(api, account, role.name);
    const documents = new Map<string, string>();
    for (const { arn, document } of role.attachedPolicies) {
      const now = document === undefined ? undefined : await defaultDocument(api, arn);
      if (now !== undefined) documents.set(arn, now);
    }
    return { connection, folder, role, live, documents };
  });
}

/** Menus give the URI of the manifest as VS Code has it. */
function folderOf(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('scheme' in argument)) return undefined;
  const uri = String(argument);
  return uri.endsWith(`/${manifestName}`) ? uri.slice(0, -manifestName.length - 1) : undefined;
}
