import type { Profile } from '../aws/profile.ts';

/** Arguments of the AWS CLI. */
export type SignInCommand = readonly [...words: string[], '--profile', string];

/**
 * What signs the profile in again: that of the profile its credentials are from, where it has none itself. Undefined
 * where nothing can be signed in to, as with access keys.
 */
export function signInCommand(profile: Profile, profiles: readonly Profile[]): SignInCommand | undefined {
  const visited = new Set<string>();
  for (let next: Profile | undefined = profile; next !== undefined && !visited.has(next.name); ) {
    if (next.kind === 'sso') return ['sso', 'login', '--profile', next.name];
    if (next.kind === 'login') return ['login', '--profile', next.name];
    visited.add(next.name);
    const source: string | undefined = next.sourceProfile;
    next = profiles.find(({ name }) => name === source);
  }
  return undefined;
}
