import type { Profile, ProfileKind } from '../aws/profile.ts';
import type { PickItem } from '../ui/ui.ts';

const kinds: Readonly<Record<ProfileKind, { readonly words: string; readonly icon: string }>> = {
  keys: { words: 'access keys', icon: 'key' },
  role: { words: 'assumed role', icon: 'person' },
  webIdentity: { words: 'web identity', icon: 'globe' },
  process: { words: 'credential process', icon: 'terminal' },
  sso: { words: 'IAM Identity Center', icon: 'organization' },
  login: { words: 'aws login', icon: 'sign-in' },
  environment: { words: 'of this process', icon: 'server-environment' },
  none: { words: 'no credentials', icon: 'circle-slash' },
};

/** A row of the list to choose a profile from. */
export function profileItem(profile: Profile, group: string): PickItem<Profile> {
  const { name, kind, account, region, endpoint, sourceProfile, mfaSerial, production } = profile;
  const facts = [
    kinds[kind].words + (sourceProfile === undefined ? '' : ` by ${sourceProfile}`),
    account,
    region,
    endpoint && `custom endpoint ${endpoint}`,
    mfaSerial && 'MFA',
    production && 'production',
  ];
  return {
    label: name,
    description: facts.filter(Boolean).join(', '),
    icon: kinds[kind].icon,
    group,
    value: profile,
  };
}
