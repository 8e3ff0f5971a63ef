import type { Connection } from '../../client/src/aws/connection.ts';
import { type ConnectionSettings, createConnection } from '../../client/src/aws/createConnection.ts';
import type { Profile } from '../../client/src/aws/profile.ts';
import type { SessionCredentials } from '../../client/src/roles/awsApi.ts';

export const profile: Profile = {
  name: 'test',
  kind: 'keys',
  account: undefined,
  region: undefined,
  endpoint: undefined,
  roleArn: undefined,
  sourceProfile: undefined,
  mfaSerial: undefined,
  production: false,
};

/** Of nobody; the secret parts are searched for in what is logged and shown. */
export const credentials: SessionCredentials = {
  accessKeyId: 'AKIAEXAMPLEEXAMPLE77',
  secretAccessKey: 'planted-secret-access-key',
  sessionToken: 'planted-session-token',
  expiration: undefined,
};

/** Every service at one address. */
function everyEndpoint(url: string): ConnectionSettings['endpoints'] {
  return { iam: url, sts: url, ec2: url, 'access-analyzer': url, cloudtrail: url, signin: url };
}

/** A connection as one that the user's profile gives, with one address for every service. */
export function connectionTo(url: string, settings: Partial<ConnectionSettings> = {}): Connection {
  return createConnection({
    profile,
    region: 'us-east-1',
    endpoints: everyEndpoint(url),
    credentials: async () => credentials,
    log: () => {},
    ...settings,
  });
}
