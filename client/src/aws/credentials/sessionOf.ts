import type { SessionCredentials } from '../../roles/awsApi.ts';

/** What the SDK's providers give. */
interface Identity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Without what the SDK notes beside them. */
export function sessionOf(identity: Identity): SessionCredentials {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = identity;
  return { accessKeyId, secretAccessKey, sessionToken, expiration };
}
