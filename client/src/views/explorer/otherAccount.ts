import type { ProfileStatus } from '../../aws/activeProfile.ts';

/** Whether two states of the active profile lead to other roles; what is not known yet is no difference. */
export function otherAccount(before: ProfileStatus, now: ProfileStatus): boolean {
  const known = before.account !== undefined && now.account !== undefined;
  return (
    before.profile?.name !== now.profile?.name ||
    before.roleArn !== now.roleArn ||
    before.endpoint !== now.endpoint ||
    (known && before.account !== now.account)
  );
}
