import { randomBytes } from 'node:crypto';
import { newId } from '../newId.ts';
import type { FakeCaller } from '../state.ts';
import type { World } from '../world.ts';

/** Keys for a session, known to every service from now on. `duration` in seconds. */
export function openSession(
  session: Pick<FakeCaller, 'arn' | 'userId' | 'kind' | 'mfa'> & Partial<FakeCaller>,
  duration: number,
  { state, now }: World,
): { readonly [name: string]: string } {
  const caller: FakeCaller = {
    accessKeyId: newId('ASIA'),
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(96).toString('base64'),
    roleArn: undefined,
    expires: new Date(now().getTime() + duration * 1000).toISOString(),
    sourceIdentity: undefined,
    tags: {},
    organization: undefined,
    policies: undefined,
    mfaDevices: {},
    ...session,
  };
  state.callers.push(caller);
  return {
    AccessKeyId: caller.accessKeyId,
    SecretAccessKey: caller.secretAccessKey,
    SessionToken: caller.sessionToken ?? '',
    Expiration: caller.expires ?? '',
  };
}
