import { GetSessionTokenCommand } from '@aws-sdk/client-sts';
import type { SessionCredentials } from '../../roles/awsApi.ts';
import { Cancelled, hasCode } from '../../roles/awsError.ts';
import { credentialsOf } from '../operations/sessions.ts';
import { type SharedCredentials, sharedCredentials } from '../sharedCredentials.ts';
import { type CredentialContext, stsClient } from './credentialContext.ts';

/** By device, access key and endpoint: one prompt for all profiles and clients of this window that use the device. */
const sessions = new Map<string, SharedCredentials>();

/**
 * A session of these keys that was made with MFA, for 12 hours. The user is asked for a code when there is none yet.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export function mfaSession(
  serialNumber: string,
  keys: SessionCredentials,
  context: CredentialContext,
): SharedCredentials {
  const id = [serialNumber, keys.accessKeyId, context.endpoints.custom.sts].join(' ');
  const known = sessions.get(id);
  if (known !== undefined) return known;
  const sts = stsClient(context, async () => keys);
  const made = sharedCredentials(() =>
    withMfaCode(serialNumber, context, async (TokenCode) => {
      const command = new GetSessionTokenCommand({ SerialNumber: serialNumber, TokenCode });
      return credentialsOf((await sts.send(command)).Credentials);
    }),
  );
  sessions.set(id, made);
  return made;
}

/** Asks for a code, again when AWS refuses it. Throws `Cancelled` when the user gives up. */
export async function withMfaCode<T>(
  serialNumber: string,
  { ports }: CredentialContext,
  call: (code: string) => Promise<T>,
): Promise<T> {
  for (let problem: string | undefined; ; ) {
    const code = await ports.askMfaCode(serialNumber, problem);
    if (code === undefined) throw new Cancelled('No MFA code was given.');
    try {
      return await call(code.trim());
    } catch (error) {
      if (!isWrongCode(error)) throw error;
      problem = 'AWS did not take the code, as each is good once and for half a minute: wait for the next.';
    }
  }
}

export function isWrongCode(error: unknown): boolean {
  return hasCode(error, 'AccessDenied') && /MultiFactorAuthentication failed/i.test(error.details.awsMessage);
}
