import type { RolePage } from '../../rolePage/rolePage.ts';
import { parseRoleArn } from '../../roles/assume/roleArn.ts';
import { chooseRole } from '../session/chooseRole.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { readLivePage } from './readLivePage.ts';

/** Shows the page of a role of the account; `argument` is the role's name or ARN. */
export async function showRolePage(parts: SessionParts, argument?: unknown): Promise<void> {
  const { ui, activeProfile } = parts;
  const connection = await activeProfile.connect();
  if (connection === undefined) return;
  const caller = await connection.caller();
  const arn = await chooseRole(parts, connection.api(), caller, 'Show Role Page', argument);
  const role = arn === undefined ? undefined : parseRoleArn(arn);
  if (role === undefined) return;
  const missing = new Error(
    `Account ${caller.account} has no role ${arn}. Choose a role of this account, or the profile of the role’s account.`,
  );
  if (role.account !== caller.account) throw missing;
  await parts.rolePages.show({
    id: `${connection.profile.name} ${arn}`,
    title: role.name,
    async read(): Promise<RolePage> {
      const page = await ui.progress(`Reading role ${role.name}`, (report, signal) =>
        readLivePage(parts, connection, role.name, report, signal),
      );
      if (page === undefined) throw missing;
      return page;
    },
  });
}
