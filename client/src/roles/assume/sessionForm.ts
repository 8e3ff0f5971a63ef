import type { AssumeRoleRequest, Caller, Tags } from '../awsApi.ts';

/** What the user fills in to assume a role. */
export interface SessionForm {
  readonly roleArn: string;
  readonly sessionName: string;
  /** Seconds. */
  readonly duration: number;
  readonly externalId: string;
  readonly mfaSerial: string;
  readonly sourceIdentity: string;
  readonly tags: Tags;
  /** Keys of `tags` that go on to the next session of a chain. */
  readonly transitiveTagKeys: readonly string[];
  /** JSON of a session policy and where it is from; undefined: none. */
  readonly policy: { readonly name: string; readonly text: string } | undefined;
}

/**
 * Seconds. Source: AWS STS API Reference, AssumeRole (DurationSeconds); a chained session has one hour at most, IAM User
 * Guide, Roles terms and concepts (role chaining).
 */
const shortest = 900;
const chained = 3600;
const usual = 3600;

export interface DurationLimit {
  readonly shortest: number;
  readonly longest: number;
  /** A sentence for the user. */
  readonly reason: string;
}

/** `roleLimit` is the role's MaxSessionDuration; undefined where it may not be read. */
export function durationLimit(caller: Caller, roleLimit: number | undefined): DurationLimit {
  if (isSession(caller))
    return {
      shortest,
      longest: chained,
      reason:
        'One hour at most: the active credentials are a role’s session themselves, and AWS limits a chained session to one hour.',
    };
  if (roleLimit === undefined)
    return {
      shortest,
      longest: 43_200,
      reason: 'Up to the role’s limit, which could not be read; AWS refuses more than it.',
    };
  return { shortest, longest: roleLimit, reason: `The role’s limit is ${durationText(roleLimit)}.` };
}

export function usualDuration({ longest }: DurationLimit): number {
  return Math.min(usual, longest);
}

/** Of an assumed role or a federated user, such as every user of IAM Identity Center. */
export function isSession({ arn }: Caller): boolean {
  return arn.includes(':assumed-role/') || arn.includes(':federated-user/');
}

/** `1 hour 30 minutes` */
export function durationText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const parts = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const told = parts.flatMap(([count, unit]) => (count > 0 ? `${count} ${unit}${count > 1 ? 's' : ''}` : []));
  return told.length > 0 ? told.join(' ') : 'less than a minute';
}

/** Whoever calls, as the name of a session; always valid. */
export function sessionNameOf({ arn }: Caller): string {
  const name = arn
    .slice(arn.lastIndexOf('/') + 1)
    .replace(/^.*:/, '')
    .replace(/[^\w+=,.@-]/g, '-')
    .slice(0, 64);
  return name.length >= 2 ? name : `${name}-session`;
}

type Check = (text: string) => string | undefined;

/** What is wrong with a field's text, and what to do. Source: AWS STS API Reference, AssumeRole. */
export const fieldChecks: Readonly<
  Record<'sessionName' | 'externalId' | 'mfaSerial' | 'sourceIdentity', Check>
> = {
  sessionName: (text) =>
    /^[\w+=,.@-]{2,64}$/.test(text)
      ? undefined
      : 'A session name has 2 to 64 letters, digits or characters of _+=,.@- and no spaces.',
  externalId: (text) =>
    text === '' || /^[\w+=,.@:/-]{2,1224}$/.test(text)
      ? undefined
      : 'An external ID has 2 to 1,224 letters, digits or characters of _+=,.@:/- and no spaces.',
  mfaSerial: (text) =>
    text === '' || /^[\w+=/:,.@-]{9,256}$/.test(text)
      ? undefined
      : 'Give the device’s ARN, such as arn:aws:iam::111122223333:mfa/alice, or its serial number.',
  sourceIdentity: (text) =>
    text === '' || (/^[\w+=,.@-]{2,64}$/.test(text) && !/^aws:/i.test(text))
      ? undefined
      : 'A source identity has 2 to 64 letters, digits or characters of _+=,.@- and no spaces.',
};

/** `team=blue, cost-center*=1` — a star behind a key makes its tag transitive. Undefined where it is not of that form. */
export function parseSessionTags(
  text: string,
): { readonly tags: Tags; readonly transitiveTagKeys: readonly string[] } | undefined {
  const entries = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const tags: Record<string, string> = {};
  const transitiveTagKeys: string[] = [];
  for (const entry of entries) {
    const [, key, star, value] =
      /^([\p{L}\p{Z}\p{N}_.:/+\-@]{1,128})(\*?)=([\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256})$/u.exec(entry) ?? [];
    if (key === undefined || /^aws:/i.test(key)) return undefined;
    tags[key.trim()] = (value ?? '').trim();
    if (star === '*') transitiveTagKeys.push(key.trim());
  }
  return Object.keys(tags).length > 50 ? undefined : { tags, transitiveTagKeys };
}

/** The form's tags as `parseSessionTags` reads them. */
export function sessionTagsText({ tags, transitiveTagKeys }: SessionForm): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}${transitiveTagKeys.includes(key) ? '*' : ''}=${value}`)
    .join(', ');
}

/** What AWS is asked. `mfaCode` is asked from the user just before. */
export function assumeRoleRequest(form: SessionForm, mfaCode: string | undefined): AssumeRoleRequest {
  return {
    roleArn: form.roleArn,
    sessionName: form.sessionName,
    duration: form.duration,
    ...(form.externalId !== '' && { externalId: form.externalId }),
    ...(form.mfaSerial !== '' &&
      mfaCode !== undefined && { mfa: { serialNumber: form.mfaSerial, code: mfaCode } }),
    ...(form.sourceIdentity !== '' && { sourceIdentity: form.sourceIdentity }),
    ...(Object.keys(form.tags).length > 0 && { tags: form.tags, transitiveTagKeys: form.transitiveTagKeys }),
    ...(form.policy !== undefined && { policy: form.policy.text }),
  };
}

/** The actions a role's trust policy has to allow for the form. */
export function neededActions({ tags, sourceIdentity }: SessionForm): readonly string[] {
  return [
    'sts:AssumeRole',
    ...(Object.keys(tags).length > 0 ? ['sts:TagSession'] : []),
    ...(sourceIdentity !== '' ? ['sts:SetSourceIdentity'] : []),
  ];
}
