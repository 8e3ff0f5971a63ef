import type { Caller, SessionCredentials } from '../roles/awsApi.ts';
import { createClients, type Endpoints, type EndpointVariant } from './clients.ts';
import type { Connection, ConnectionPorts } from './connection.ts';
import { createApi } from './createApi.ts';
import type { Profile } from './profile.ts';
import { sharedCredentials } from './sharedCredentials.ts';

export interface ConnectionSettings {
  readonly profile: Profile;
  readonly region: string;
  readonly endpoints: Endpoints & { readonly signin?: string };
  readonly variant?: EndpointVariant;
  /** Asked for when none are at hand, or those at hand expire; may ask the user for an MFA code. */
  readonly credentials: () => Promise<SessionCredentials>;
  readonly log: ConnectionPorts['log'];
}

const settingsOf = new WeakMap<Connection, ConnectionSettings>();

/** A connection with its clients; nothing is called yet. */
export function createConnection(settings: ConnectionSettings): Connection {
  const { profile, region, endpoints, variant, log } = settings;
  const credentials = sharedCredentials(settings.credentials);
  const observer = { log, forgetCredentials: forget };
  const clients = createClients({
    region,
    endpoints,
    ...(variant && { variant }),
    credentials: credentials.get,
    observer,
  });
  let caller: Promise<Caller> | undefined;

  function forget(): void {
    credentials.forget();
    caller = undefined;
  }

  /** A failure is not remembered. */
  function askCaller(): Promise<Caller> {
    const asked = createApi(clients).getCallerIdentity();
    caller = asked;
    asked.catch(() => {
      if (caller === asked) caller = undefined;
    });
    return asked;
  }

  const connection: Connection = {
    profile,
    region,
    endpoint: endpoints.iam ?? endpoints.sts ?? endpoints.ec2,
    signInEndpoint: endpoints.signin,
    caller: () => caller ?? askCaller(),
    api: (signal) => createApi(clients, signal),
    credentials: credentials.get,
    forget,
  };
  settingsOf.set(connection, settings);
  return connection;
}

/** A connection by a session made elsewhere: first with these credentials, and with what `renew` gives after them. */
export function connectAs(
  base: Connection,
  first: SessionCredentials,
  renew: () => Promise<SessionCredentials>,
): Connection {
  const settings = settingsOf.get(base);
  if (settings === undefined) throw new Error('The base was not made by `createConnection`.');
  let next: SessionCredentials | undefined = first;
  return createConnection({
    ...settings,
    async credentials() {
      const given = next;
      next = undefined;
      return given ?? renew();
    },
  });
}
