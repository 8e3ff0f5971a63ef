import type { Connection } from '../../aws/connection.ts';
import { parseRoleArn } from '../../roles/assume/roleArn.ts';
import type { Caller, Role } from '../../roles/awsApi.ts';
import { chooseRole } from '../session/chooseRole.ts';
import type { SessionParts } from '../session/sessionParts.ts';

/** What a review of one role begins with. */
export interface OwnRole {
  readonly connection: Connection;
  readonly caller: Caller;
  readonly role: Role;
  /** The account and profile, for people. */
  readonly where: string;
}

/** A role of the active profile's account, asked for where `argument` names none; undefined when the user gives up. */
export async function askOwnRole(
  parts: SessionParts,
  title: string,
  argument: unknown,
): Promise<OwnRole | undefined> {
  const connection = await parts.activeProfile.connect();
  if (connection === undefined) return undefined;
  const caller = await connection.caller();
  const arn = await chooseRole(parts, connection.api(), caller, title, argument);
  const parsed = arn === undefined ? undefined : parseRoleArn(arn);
  if (parsed === undefined) return undefined;
  const role = parsed.account === caller.account ? await connection.api().getRole(parsed.name) : undefined;
  if (role === undefined) {
    await parts.ui.fail(
      `Account ${caller.account} has no role ${arn}. Choose a role of this account, or the profile of the role’s account.`,
    );
    return undefined;
  }
  return { connection, caller, role, where: `${caller.account} (profile ${connection.profile.name})` };
}
