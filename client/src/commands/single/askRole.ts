import { parseRoleArn } from '../../roles/assume/roleArn.ts';
import type { Role } from '../../roles/awsApi.ts';
import { chooseRole } from '../session/chooseRole.ts';
import type { PlanSituation } from './planCommand.ts';

/** A role of the account, as it is now: that of the command's argument, else one that is picked or typed. */
export async function askRole(situation: PlanSituation, title: string): Promise<Role | undefined> {
  const { api, caller, ui, argument } = situation;
  const arn = await chooseRole(situation, api, caller, title, argument);
  const parsed = arn === undefined ? undefined : parseRoleArn(arn);
  if (parsed === undefined) return undefined;
  const role = parsed.account === caller.account ? await api.getRole(parsed.name) : undefined;
  if (role === undefined)
    await ui.fail(
      `Account ${caller.account} has no role ${arn}. Choose a role of this account, or the profile of the role’s account.`,
    );
  return role;
}
