import type { SessionParts } from './session/sessionParts.ts';

/** Back to the profile's own credentials; those of the role are forgotten. */
export async function stopUsingRole({ ui, activeProfile }: SessionParts): Promise<void> {
  const { assumedRole, profile } = activeProfile;
  if (assumedRole === undefined)
    return void (await ui.inform('No role is in use: commands act with the active profile already.'));
  activeProfile.stopUsingRole();
  await ui.inform(`Commands act with the profile ${profile?.name ?? 'of this window'} again.`);
}
