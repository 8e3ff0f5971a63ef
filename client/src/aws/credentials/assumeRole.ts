import type { SessionCredentials } from '../../roles/awsApi.ts';
import { hasCode } from '../../roles/awsError.ts';
import { sessionOperations } from '../operations/sessions.ts';
import type { Section } from '../profileFiles.ts';
import { type CredentialContext, stsClient } from './credentialContext.ts';
import { isWrongCode, mfaSession, withMfaCode } from './mfa.ts';

/** Seconds. A session made from one lasts no longer, and a session of GetSessionToken is one. */
const longestFromSession = 3600;

/**
 * Assumes the role of a profile. Where it wants MFA and its source has long-term keys, that is done by one session for
 * all roles with that device, unless the role's session is to last longer than can be had from it.
 */
export async function assumeRole(
  section: Section,
  source: SessionCredentials,
  sourceMfaSerial: string | undefined,
  context: CredentialContext,
): Promise<SessionCredentials> {
  const isLongTerm = source.sessionToken === undefined;
  const serialNumber = section['mfa_serial'] ?? (isLongTerm ? sourceMfaSerial : undefined);
  const request = requestOf(section);
  const assume = async (
    credentials: () => Promise<SessionCredentials>,
    forget?: () => void,
    mfa?: { serialNumber: string; code: string },
  ) => {
    const { assumeRole: call } = sessionOperations(stsClient(context, credentials, forget), {});
    return (await call({ ...request, ...(mfa && { mfa }) })).credentials;
  };
  const own = async () => source;
  if (serialNumber === undefined) return assume(own);
  const withCode = () =>
    withMfaCode(serialNumber, context, (code) => assume(own, undefined, { serialNumber, code }));
  if (!isLongTerm || request.duration > longestFromSession) return withCode();
  const session = mfaSession(serialNumber, source, context);
  try {
    await session.get();
  } catch (error) {
    // The user may be denied GetSessionToken alone.
    if (!hasCode(error, 'AccessDenied') || isWrongCode(error)) throw error;
    return withCode();
  }
  return assume(session.get, session.forget);
}

function requestOf({ role_arn, role_session_name, external_id, duration_seconds }: Section) {
  const duration = Number.parseInt(duration_seconds ?? '', 10);
  return {
    roleArn: role_arn ?? '',
    sessionName: role_session_name ?? `iam-roles-${Date.now()}`,
    duration: Number.isNaN(duration) ? longestFromSession : duration,
    ...(external_id !== undefined && { externalId: external_id }),
  };
}
