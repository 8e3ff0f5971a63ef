import type { ProfileKind } from './profile.ts';
import type { ProfileFiles, Section } from './profileFiles.ts';

const has =
  (...keys: readonly string[]) =>
  (section: Section): boolean =>
    keys.every((key) => section[key] !== undefined);

const hasAny =
  (...keys: readonly string[]) =>
  (section: Section): boolean =>
    keys.some((key) => section[key] !== undefined);

const isRole = (section: Section) =>
  has('role_arn')(section) && has('source_profile')(section) !== has('credential_source')(section);

/** First match counts, in the SDK's order. */
const kinds: readonly (readonly [ProfileKind, (section: Section) => boolean])[] = [
  ['role', isRole],
  ['keys', has('aws_access_key_id', 'aws_secret_access_key')],
  ['webIdentity', has('role_arn', 'web_identity_token_file')],
  ['process', has('credential_process')],
  ['sso', hasAny('sso_start_url', 'sso_account_id', 'sso_session', 'sso_region', 'sso_role_name')],
  ['login', has('login_session')],
];

export function kindOf(section: Section): ProfileKind {
  return kinds.find(([, matches]) => matches(section))?.[0] ?? 'none';
}

/** A profile as the source of another: its own keys come first. */
export function kindAsSource(section: Section): ProfileKind {
  return has('aws_access_key_id', 'aws_secret_access_key')(section) ? 'keys' : kindOf(section);
}

/** The section with what its `[sso-session]` says, which is stronger. */
export function withSsoSession(
  section: Section,
  { ssoSessions }: Pick<ProfileFiles, 'ssoSessions'>,
): Section {
  const { sso_session: name } = section;
  const { sso_region, sso_start_url } = (name !== undefined && ssoSessions.get(name)) || {};
  return {
    ...section,
    ...(sso_region !== undefined && { sso_region }),
    ...(sso_start_url !== undefined && { sso_start_url }),
  };
}

/** The profile and the sources its credentials are made from, nearest first; ends before a loop or a missing one. */
export function sourcesOf(name: string, { profiles }: Pick<ProfileFiles, 'profiles'>): readonly string[] {
  const names: string[] = [];
  for (let next: string | undefined = name; next !== undefined; ) {
    const section: Section | undefined = profiles.get(next);
    if (section === undefined || names.includes(next)) break;
    names.push(next);
    const kind: ProfileKind = names.length === 1 ? kindOf(section) : kindAsSource(section);
    next = kind === 'role' ? section['source_profile'] : undefined;
  }
  return names;
}
