import type { AwsApi, Caller, SessionCredentials } from '../roles/awsApi.ts';
import type { Profile } from './profile.ts';
import type { ProfileSettings } from './readProfiles.ts';

/** A way to AWS: one profile, or a role assumed in this window, with its Region and endpoints. */
export interface Connection {
  readonly profile: Profile;
  readonly region: string;
  /** A custom endpoint requests go to, the first that differs from AWS's own; undefined otherwise. */
  readonly endpoint: string | undefined;
  /** Of the service `signin`, where it is not AWS's own: sessions of an emulator are no use to AWS. */
  readonly signInEndpoint: string | undefined;
  /** Remembered until the credentials change. */
  caller(): Promise<Caller>;
  /** Calls end with `Cancelled` when the signal does. */
  api(signal?: AbortSignal): AwsApi;
  /** Shared by every client, so that MFA is asked once a session; got anew when fewer than 5 minutes are left. */
  credentials(): Promise<SessionCredentials>;
  /** Forgets credentials and caller, such as after a file of ~/.aws changed. */
  forget(): void;
}

/** What connecting asks of the editor. */
export interface ConnectionPorts {
  readonly settings: ProfileSettings;
  /** Six digits for this device; undefined when the user gives up. `problem` says why the last code was refused. */
  askMfaCode(serialNumber: string, problem?: string): Promise<string | undefined>;
  /** A line about a call: operation, duration, attempts, request id, error code. Never with a secret. */
  log(line: string): void;
}

/** What the bundle with the AWS SDK, `dist/aws.js`, gives to the rest of the client. */
export interface AwsBundle {
  /** Reads the files of ~/.aws anew; throws an `AwsError` such as `noSuchProfile`. */
  connect(profile: Profile, ports: ConnectionPorts): Promise<Connection>;
  /** A connection by a session made elsewhere, with the Region and endpoints of `base`; `renew` gets the next session. */
  connectAs(
    base: Connection,
    first: SessionCredentials,
    renew: () => Promise<SessionCredentials>,
  ): Connection;
}
