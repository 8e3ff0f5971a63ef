import type { STSClient } from '@aws-sdk/client-sts';
import type { SessionCredentials } from '../../roles/awsApi.ts';
import { createClients } from '../clients.ts';
import type { ConnectionPorts } from '../connection.ts';
import type { ConfiguredEndpoints } from '../endpoints.ts';
import type { FilePaths, ProfileFiles } from '../profileFiles.ts';

/** What credentials are made with, all of the profile that is connected, whichever others they come from. */
export interface CredentialContext {
  readonly files: ProfileFiles;
  readonly paths: FilePaths;
  readonly region: string;
  readonly endpoints: ConfiguredEndpoints;
  readonly ports: Pick<ConnectionPorts, 'askMfaCode' | 'log'>;
}

/** A client of AWS STS; `forget` is called when AWS says that the credentials have run out. */
export function stsClient(
  { region, endpoints, ports }: CredentialContext,
  credentials: () => Promise<SessionCredentials>,
  forget: () => void = () => undefined,
): STSClient {
  const observer = { log: ports.log, forgetCredentials: forget };
  return createClients({ region, endpoints: endpoints.custom, variant: endpoints, credentials, observer })
    .sts;
}
