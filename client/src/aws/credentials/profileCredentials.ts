import type { SessionCredentials } from '../../roles/awsApi.ts';
import type { ProfileKind } from '../profile.ts';
import type { Section } from '../profileFiles.ts';
import { kindAsSource, kindOf } from '../profileKind.ts';
import { profileProblem } from '../profileProblem.ts';
import { environmentProfile } from '../readProfiles.ts';
import { assumeRole } from './assumeRole.ts';
import type { CredentialContext } from './credentialContext.ts';
import { credentialError } from './credentialError.ts';
import { mfaSession } from './mfa.ts';
import { environmentCredentials, namedSource, processCredentials } from './otherSources.ts';
import { loginCredentials, ssoCredentials } from './signIns.ts';
import { assumeRoleWithWebIdentity } from './webIdentity.ts';

type Source = (name: string, section: Section, context: CredentialContext) => Promise<SessionCredentials>;

/** The SDK's own recursion would prompt for MFA before it has the credentials to use the code with. */
const sources: Readonly<Record<Exclude<ProfileKind, 'none'>, Source>> = {
  keys: async (_name, section, context) => {
    const keys = keysOf(section);
    const { mfa_serial } = section;
    return mfa_serial === undefined || keys.sessionToken !== undefined
      ? keys
      : mfaSession(mfa_serial, keys, context).get();
  },
  role: roleCredentials,
  webIdentity: assumeRoleWithWebIdentity,
  process: (name, _section, context) => processCredentials(name, context),
  sso: (name, _section, context) => ssoCredentials(name, context),
  login: (name, _section, context) => loginCredentials(name, context),
  environment: environmentCredentials,
};

/**
 * Credentials of a profile, got anew. Throws an `AwsError` with what is wrong and what to do, `signInExpired` where a
 * new sign-in helps, and `Cancelled` when the user gives no MFA code.
 */
export async function profileCredentials(
  name: string,
  context: CredentialContext,
): Promise<SessionCredentials> {
  if (name === environmentProfile) return environmentCredentials();
  const { files } = context;
  const problem = profileProblem(name, files);
  const section = files.profiles.get(name);
  if (section === undefined || problem !== undefined)
    throw credentialError(section === undefined ? 'noSuchProfile' : 'noCredentials', problem ?? '');
  const kind = kindOf(section);
  if (kind === 'none') throw credentialError('noCredentials', `The profile ${name} has no credentials.`);
  return sources[kind](name, section, context);
}

async function roleCredentials(
  name: string,
  section: Section,
  context: CredentialContext,
): Promise<SessionCredentials> {
  const { source_profile: sourceName, credential_source: source } = section;
  if (source !== undefined) return assumeRole(section, await namedSource(name, source), undefined, context);
  const sourceSection = context.files.profiles.get(sourceName ?? '') ?? {};
  const given = await sourceCredentials(sourceName ?? '', sourceSection, context);
  return assumeRole(section, given, sourceSection['mfa_serial'], context);
}

/** Long-term keys as they are, even where MFA is wanted: assuming the role sees to that. */
function sourceCredentials(
  name: string,
  section: Section,
  context: CredentialContext,
): Promise<SessionCredentials> {
  const kind = kindAsSource(section);
  if (kind === 'keys') return Promise.resolve(keysOf(section));
  if (kind === 'none') return namedSource(name, section['credential_source'] ?? '');
  return sources[kind](name, section, context);
}

function keysOf({
  aws_access_key_id,
  aws_secret_access_key,
  aws_session_token,
}: Section): SessionCredentials {
  return {
    accessKeyId: aws_access_key_id ?? '',
    secretAccessKey: aws_secret_access_key ?? '',
    sessionToken: aws_session_token,
    expiration: undefined,
  };
}
