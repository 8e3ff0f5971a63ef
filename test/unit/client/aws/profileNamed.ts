import type { Profile } from '../../../../client/src/aws/profile.ts';

/** A profile with keys, unless more is said. */
export function profileNamed(name: string, more: Partial<Profile> = {}): Profile {
  return {
    name,
    kind: 'keys',
    account: undefined,
    region: undefined,
    endpoint: undefined,
    roleArn: undefined,
    sourceProfile: undefined,
    mfaSerial: undefined,
    production: false,
    ...more,
  };
}
