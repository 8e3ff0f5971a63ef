import type { PickItem } from '../ui/ui.ts';
import { copyAccountId, type ProfileParts } from './copyAccountId.ts';

type Action = (parts: ProfileParts) => unknown;

/** What the status bar leads to: what can be done with the active profile. */
export async function profileActions(parts: ProfileParts, showLog: () => void): Promise<void> {
  const { profile, assumedRole } = parts.activeProfile;
  if (profile === undefined) return void (await parts.activeProfile.choose());
  const items: readonly (PickItem<Action> & { readonly when?: boolean })[] = [
    {
      label: 'Choose AWS Profile…',
      icon: 'list-selection',
      value: ({ activeProfile }) => activeProfile.choose(),
    },
    {
      label: 'Stop Using Role',
      icon: 'debug-stop',
      when: assumedRole !== undefined,
      value: ({ activeProfile }) => activeProfile.stopUsingRole(),
    },
    { label: 'Copy Account ID', icon: 'copy', value: copyAccountId },
    {
      label: 'Sign In to AWS Again',
      icon: 'sign-in',
      value: ({ activeProfile }) => activeProfile.signIn(),
    },
    { label: 'Show Log', icon: 'output', value: showLog },
  ];
  const shown = items.filter(({ when }) => when !== false);
  const action = await parts.ui.pick(shown, {
    title: `AWS Profile ${profile.name}`,
    placeholder: 'What to do',
  });
  await action?.(parts);
}
