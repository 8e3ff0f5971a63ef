import type { Connection } from './connection.ts';
import type { Profile } from './profile.ts';

/** The profile that this window's commands use, or a role assumed in its place. */
export interface ActiveProfile {
  /** Undefined while none is chosen and `AWS_PROFILE` names none. */
  readonly profile: Profile | undefined;
  /** The role used in the profile's place, until it is given up. */
  readonly assumedRole: { readonly arn: string; readonly expiration: Date } | undefined;
  /** Calls the listener after each change; the answer takes it off again. */
  onChange(listener: () => void): () => void;
  /**
   * Loads the AWS SDK with the first call. Asks for a profile where none is active; undefined when the user gives up.
   * A sign-in that has run out is offered to be renewed, and what was begun goes on by itself.
   */
  connect(): Promise<Connection | undefined>;
  /** Every profile there is, as the files have them. */
  profiles(): Promise<readonly Profile[]>;
  /** Through another profile, which does not become the active one. Throws an `AwsError` such as `noSuchProfile`. */
  connectTo(profileName: string): Promise<Connection>;
  /** Asks for a profile and makes it the active one. */
  choose(): Promise<Profile | undefined>;
  /** Every command uses the assumed role from now on. */
  use(connection: Connection, arn: string): Promise<void>;
  /** Back to the profile; forgets the role's credentials. */
  stopUsingRole(): void;
}

/** What is known of the active profile without a call to AWS: for the status bar. */
export interface ProfileStatus {
  /** Whether there are profiles at all. */
  readonly anyProfile: boolean;
  readonly profile: Profile | undefined;
  readonly roleArn: string | undefined;
  /** 12 digits. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
  readonly isRoot: boolean;
  /** Of the credentials that were used last. */
  readonly expiration: Date | undefined;
}

/** The active profile as the extension holds it. */
export interface WindowProfile extends ActiveProfile {
  status(): ProfileStatus;
  /** As `connect`, but where no profile is active, or its sign-in has run out, nobody is asked to change that. */
  connectSilently(): Promise<Connection | undefined>;
  /** Reads the files anew and forgets credentials, such as when a file of ~/.aws has changed. */
  refresh(): Promise<void>;
  /** Signs the active profile in again, wanted or not. */
  signIn(): Promise<void>;
}
