import type { ProfileFiles, Section } from './profileFiles.ts';
import { kindAsSource, kindOf, withSsoSession } from './profileKind.ts';

/** Why a profile cannot give credentials, told by its files alone; undefined when nothing speaks against it. */
export function profileProblem(name: string, files: ProfileFiles): string | undefined {
  const visited: string[] = [];
  for (let next: string = name; ; ) {
    const section = files.profiles.get(next);
    if (section === undefined) return missing(next, visited.at(-1), files);
    const isSource = visited.length > 0;
    const kind = isSource ? kindAsSource(section) : kindOf(section);
    if (visited.includes(next) && kind !== 'keys')
      return `The profiles ${[...visited, next].join(', ')} are the source of each other in source_profile, so none has credentials; let the last of them have its own.`;
    visited.push(next);
    if (kind === 'none')
      return isSource && section['credential_source'] ? undefined : withoutSource(next, section);
    if (kind === 'sso') return incompleteSso(next, section, files);
    const source = kind === 'role' ? section['source_profile'] : undefined;
    if (source === undefined) return undefined;
    next = source;
  }
}

function missing(name: string, from: string | undefined, { problems }: ProfileFiles): string {
  const why = from === undefined ? '' : `, which is the source_profile of ${from}`;
  return [`No AWS config or credentials file has the profile ${name}${why}.`, ...problems].join(' ');
}

function withoutSource(name: string, section: Section): string {
  const { role_arn, source_profile, credential_source } = section;
  if (role_arn === undefined)
    return `The profile ${name} has nothing that gives credentials; run \`aws configure --profile ${name}\`, or \`aws configure sso\`.`;
  const what = source_profile && credential_source ? 'both' : 'neither';
  return `The profile ${name} has a role_arn with ${what} of source_profile and credential_source, and AWS takes exactly one; mend it in the AWS config file.`;
}

const ssoKeys = ['sso_start_url', 'sso_region', 'sso_account_id', 'sso_role_name'];

function incompleteSso(name: string, section: Section, files: ProfileFiles): string | undefined {
  const { sso_session: session } = section;
  if (session !== undefined && !files.ssoSessions.has(session))
    return `The profile ${name} names the sso-session ${session}, which the AWS config file does not have; run \`aws configure sso-session\`.`;
  const full = withSsoSession(section, files);
  const lacking = ssoKeys.filter((key) => !full[key]);
  if (lacking.length === 0) return undefined;
  return `The profile ${name} lacks ${lacking.join(', ')} to sign in with; run \`aws configure sso --profile ${name}\`.`;
}
