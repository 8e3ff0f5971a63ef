import type { ActiveProfile } from '../../aws/activeProfile.ts';
import type { Connection } from '../../aws/connection.ts';
import { Cancelled } from '../../roles/awsError.ts';
import type { LiveAddress } from '../../roles/live/address.ts';

type Place = Pick<LiveAddress, 'profile' | 'account'>;

/**
 * The way to the account of a live policy, whichever profile is active now. Throws an `Error` where the profile has
 * another account meanwhile.
 */
export async function connectionOf(
  activeProfile: Pick<ActiveProfile, 'profile' | 'assumedRole' | 'profiles' | 'connect' | 'connectTo'>,
  place: Place,
): Promise<Connection> {
  await activeProfile.profiles();
  const { profile, assumedRole } = activeProfile;
  if (profile?.name === place.profile) {
    const active = await activeProfile.connect();
    if (active === undefined) throw new Cancelled('Cancelled.');
    if (await leadsTo(active, place)) return active;
    if (assumedRole === undefined) throw await elsewhere(active, place);
  }
  const other = await activeProfile.connectTo(place.profile);
  if (await leadsTo(other, place)) return other;
  throw await elsewhere(other, place);
}

async function leadsTo(connection: Connection, { account }: Place): Promise<boolean> {
  return (await connection.caller()).account === account;
}

async function elsewhere(connection: Connection, { profile, account }: Place): Promise<Error> {
  const now = (await connection.caller()).account;
  return new Error(
    `This policy is of account ${account}, but the profile ${profile} is now in account ${now}. Choose the profile or role of account ${account}, and open the policy from there.`,
  );
}
