import { AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';
import type { SessionCredentials } from '../roles/awsApi.ts';
import { type CallObserver, observeCalls } from './observeCalls.ts';
import { retryStrategy } from './retryStrategy.ts';

/** Services that commands call, by their names in IAM actions. */
export type Service = 'iam' | 'sts' | 'ec2' | 'access-analyzer' | 'cloudtrail';

/** Custom endpoints; a service without one is called where AWS has it. */
export type Endpoints = Readonly<Partial<Record<Service, string>>>;

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html */
export interface EndpointVariant {
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
}

export interface ClientSettings {
  readonly region: string;
  readonly endpoints: Endpoints;
  /** Which of AWS's own endpoints are called, where there is no custom one. */
  readonly variant?: EndpointVariant;
  /** Asked for with each call, and to remember what it gives. */
  readonly credentials: () => Promise<SessionCredentials>;
  readonly observer: CallObserver;
}

export interface Clients {
  readonly iam: IAMClient;
  readonly sts: STSClient;
  readonly ec2: EC2Client;
  readonly accessAnalyzer: AccessAnalyzerClient;
  readonly cloudTrail: CloudTrailClient;
}

/** Milliseconds. Without them a network that drops packets holds a call for minutes. */
const timeouts = { connectionTimeout: 10_000, requestTimeout: 60_000, throwOnRequestTimeout: true };

/** A client of each service. They open no connection before the first call. */
export function createClients(settings: ClientSettings): Clients {
  const clients = {
    iam: new IAMClient(configuration('iam', settings)),
    sts: new STSClient(configuration('sts', settings)),
    ec2: new EC2Client(configuration('ec2', settings)),
    accessAnalyzer: new AccessAnalyzerClient(configuration('access-analyzer', settings)),
    cloudTrail: new CloudTrailClient(configuration('cloudtrail', settings)),
  };
  const { observer, endpoints } = settings;
  observeCalls(clients.iam.middlewareStack, observer, 'iam', endpoints.iam);
  observeCalls(clients.sts.middlewareStack, observer, 'sts', endpoints.sts);
  observeCalls(clients.ec2.middlewareStack, observer, 'ec2', endpoints.ec2);
  observeCalls(
    clients.accessAnalyzer.middlewareStack,
    observer,
    'access-analyzer',
    endpoints['access-analyzer'],
  );
  observeCalls(clients.cloudTrail.middlewareStack, observer, 'cloudtrail', endpoints.cloudtrail);
  return clients;
}

function configuration(service: Service, { region, endpoints, variant, credentials }: ClientSettings) {
  const endpoint = endpoints[service];
  return {
    region,
    ...(endpoint === undefined ? variant : { endpoint }),
    // The SDK would look for an endpoint in the profile of AWS_PROFILE, whichever profile is active.
    ignoreConfiguredEndpointUrls: true,
    // With `memoized` the SDK keeps no copy of its own, which would outlive `forget`.
    credentials: Object.assign(async () => identityOf(await credentials()), { memoized: true }),
    retryStrategy: retryStrategy(service),
    requestHandler: timeouts,
  };
}

function identityOf({ accessKeyId, secretAccessKey, sessionToken, expiration }: SessionCredentials) {
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
    ...(expiration !== undefined && { expiration }),
  };
}
