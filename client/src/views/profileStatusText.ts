import type { ProfileStatus } from '../aws/activeProfile.ts';

export interface ProfileStatusText {
  readonly text: string;
  readonly tooltip: string;
  /** For screen readers. */
  readonly label: string;
  readonly isWarning: boolean;
}

/** Milliseconds; with less time left the item takes the colour of a warning. */
const lastMinutes = 5 * 60_000;

/** What the status bar says of the active profile; undefined where there is none and none to choose. */
export function profileStatusText(status: ProfileStatus, now: number): ProfileStatusText | undefined {
  const { profile, roleArn, account, region, endpoint, expiration, isRoot, anyProfile } = status;
  if (profile === undefined)
    return anyProfile
      ? {
          text: '$(cloud) no AWS profile',
          tooltip: 'No AWS profile is active. Click to choose one.',
          label: 'No AWS profile is active',
          isWarning: false,
        }
      : undefined;
  const left = expiration && expiration.getTime() - now;
  const role = roleArn?.replace(/^.*\//, '');
  // In the order of their weight, as VS Code cuts what is too long.
  const short = [
    role === undefined ? profile.name : `${role} by ${profile.name}`,
    isRoot ? 'root user' : undefined,
    profile.production ? 'production' : undefined,
    left === undefined ? undefined : timeLeft(left),
    account,
    endpoint === undefined ? region : `${region} (custom endpoint)`,
  ];
  const long = [
    `AWS profile ${profile.name}`,
    roleArn && `assumed role ${roleArn}`,
    account && `account ${account}`,
    region && `Region ${region}`,
    endpoint && `custom endpoint ${endpoint}`,
    left === undefined ? undefined : `credentials: ${timeLeft(left)}`,
    isRoot && 'root user of the account',
    profile.production && 'marked as production',
  ].filter(Boolean);
  return {
    text: `$(${role === undefined ? 'cloud' : 'person'}) ${short.filter(Boolean).join(', ')}`,
    tooltip: `${long.join('\n')}\nClick for what can be done.`,
    label: long.join(', '),
    isWarning: isRoot || profile.production || (left !== undefined && left < lastMinutes),
  };
}

/** In whole minutes, rounded up, so that the last one is not shown as none. */
function timeLeft(milliseconds: number): string {
  if (milliseconds <= 0) return 'expired';
  const minutes = Math.ceil(milliseconds / 60_000);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min left` : `${hours} h ${minutes % 60} min left`;
}
