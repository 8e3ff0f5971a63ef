import type { ProfileStatus, WindowProfile } from '../aws/activeProfile.ts';
import type { AwsBundle, Connection, ConnectionPorts } from '../aws/connection.ts';
import { isRoot } from '../aws/describeTarget.ts';
import type { Profile } from '../aws/profile.ts';
import { Cancelled, hasCode, ownError } from '../roles/awsError.ts';
import type { Ui } from '../ui/ui.ts';
import { oneAtATime } from './oneAtATime.ts';
import { type ProfileListPorts, profileList } from './profileList.ts';
import { type SignInCommand, signInCommand } from './signInCommand.ts';
import { waitForSignIn } from './waitForSignIn.ts';

export interface ActiveProfilePorts extends ProfileListPorts, Omit<ConnectionPorts, 'settings'> {
  readonly ui: Pick<Ui, 'pick' | 'warn' | 'inform' | 'progress'>;
  loadBundle(): Promise<AwsBundle>;
  /** Runs the AWS CLI where the user sees it; settles when it ended, or the signal ended it. */
  runCli(args: SignInCommand, signal: AbortSignal): Promise<void>;
}

/** A connection, and what it told. */
interface Used {
  readonly connection: Connection;
  expiration: Date | undefined;
  account: string | undefined;
  isRoot: boolean;
}

/** Reads nothing before it is asked for something. */
export function createActiveProfile(ports: ActiveProfilePorts): WindowProfile {
  const { ui, settings, askMfaCode, log } = ports;
  const profiles = profileList(ports);
  const listeners = new Set<() => void>();
  let own: Used | undefined;
  let role: (Used & { readonly arn: string }) | undefined;
  let connecting: Promise<Connection | undefined> | undefined;
  const others = new Map<string, Promise<Connection>>();
  let waiting: (() => void)[] = [];

  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const connectTo = async (name: string): Promise<Connection> => {
    await profiles.loaded();
    if (own !== undefined && own.connection.profile.name === name) return own.connection;
    const profile = profiles.all.find((one) => one.name === name);
    if (profile === undefined)
      throw ownError(
        'noSuchProfile',
        `No AWS file has the profile ${name} any more. Add it to the AWS config file again, or use another profile.`,
      );
    const { connect: begun } = await ports.loadBundle();
    return begun(profile, { settings: settings(), askMfaCode, log });
  };
  const openProfile = async (profile: Profile): Promise<Connection> => {
    if (own?.connection.profile.name !== profile.name) {
      const bundle = await ports.loadBundle();
      own = begin(await bundle.connect(profile, { settings: settings(), askMfaCode, log }));
    }
    return open(own, changed);
  };
  const signIn = (profile: Profile, command: SignInCommand): Promise<Connection> =>
    ui.progress(`Waiting for the sign-in of ${profile.name} in the terminal`, (_report, signal) =>
      waitForSignIn({
        ended: ports.runCli(command, signal),
        nextChange: () => new Promise<void>((settle) => waiting.push(settle)),
        attempt() {
          own = undefined;
          return openProfile(profile);
        },
        signal,
      }),
    );
  const choose = async () => {
    const picked = await profiles.choose();
    if (picked !== undefined) {
      own = undefined;
      role = undefined;
    }
    changed();
    return picked;
  };
  const activeOrChosen = async () => {
    await profiles.loaded();
    return profiles.active ?? (await choose());
  };
  const connectProfile = async () => {
    const profile = await activeOrChosen();
    if (profile === undefined) return undefined;
    try {
      return await openProfile(profile);
    } catch (error) {
      const command = signInCommand(profile, profiles.all);
      if (command === undefined || !hasCode(error, 'signInExpired')) throw error;
      const choice = await ui.warn(error.message, 'Sign In');
      return choice && (await signIn(profile, command));
    }
  };
  const connect = async () => {
    try {
      return role === undefined ? (await connectProfile()) || undefined : await open(role, changed);
    } catch (error) {
      if (error instanceof Cancelled) return undefined;
      throw error;
    }
  };

  return {
    get profile() {
      return profiles.active;
    },
    get assumedRole() {
      return role?.expiration && { arn: role.arn, expiration: role.expiration };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect() {
      connecting ??= connect().finally(() => {
        connecting = undefined;
      });
      return connecting;
    },
    async connectSilently() {
      await profiles.loaded();
      if (role !== undefined) return open(role, changed);
      return profiles.active && openProfile(profiles.active);
    },
    async profiles() {
      await profiles.loaded();
      return profiles.all;
    },
    connectTo(name) {
      const known = others.get(name) ?? connectTo(name);
      others.set(name, known);
      known.catch(() => others.delete(name));
      return known;
    },
    choose,
    async use(connection, arn) {
      role = { ...begin(connection), arn };
      await open(role, changed);
    },
    stopUsingRole() {
      role?.connection.forget();
      role = undefined;
      changed();
    },
    status() {
      const { active, any } = profiles;
      return statusOf(active, role ?? own, role?.arn, any);
    },
    refresh: oneAtATime(async () => {
      await profiles.reload();
      own?.connection.forget();
      own = undefined;
      others.clear();
      changed();
      const told = waiting;
      waiting = [];
      for (const settle of told) settle();
    }),
    async signIn() {
      const profile = await activeOrChosen();
      if (profile === undefined) return;
      const command = signInCommand(profile, profiles.all);
      if (command !== undefined) await signIn(profile, command);
      else
        void ui.inform(
          `The profile ${profile.name} has no sign-in that could be renewed, because its credentials come neither from IAM Identity Center nor from \`aws login\`: renew them where they come from, or choose another profile.`,
        );
    },
  };
}

function begin(connection: Connection): Used {
  return { connection, expiration: undefined, account: undefined, isRoot: false };
}

/** Gets credentials, so that what is wrong with them is told before a command begins. */
async function open(used: Used, changed: () => void): Promise<Connection> {
  const { connection } = used;
  used.expiration = (await connection.credentials()).expiration;
  changed();
  connection.caller().then(
    ({ account, arn }) => {
      Object.assign(used, { account, isRoot: isRoot(arn) });
      changed();
    },
    // A command that needs the account is told why; the status bar just does not show it.
    () => undefined,
  );
  return connection;
}

function statusOf(
  profile: Profile | undefined,
  used: Used | undefined,
  roleArn: string | undefined,
  anyProfile: boolean,
): ProfileStatus {
  return {
    anyProfile,
    profile,
    roleArn,
    account: used?.account ?? roleArn?.split(':')[4] ?? profile?.account,
    region: used?.connection.region ?? profile?.region,
    endpoint: used === undefined ? profile?.endpoint : used.connection.endpoint,
    isRoot: used?.isRoot ?? false,
    expiration: used?.expiration,
  };
}
