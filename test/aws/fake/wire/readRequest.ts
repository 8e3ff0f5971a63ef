import type { IncomingMessage } from 'node:http';
import type { Parameters } from './data.ts';
import type { Service } from './protocols.ts';
import { queryParameters } from './queryParameters.ts';

/** A request, whichever its format. */
export interface WireRequest {
  readonly service: Service;
  /** As AWS names it, such as `CreateRole`; empty when there is none of that name. */
  readonly operation: string;
  readonly parameters: Parameters;
  /** Of the signature; undefined for operations that are not signed. */
  readonly accessKeyId: string | undefined;
  readonly sessionToken: string | undefined;
  readonly region: string;
  /** When the sender says it was signed. */
  readonly signedAt: Date | undefined;
}

/** Operations of services with an address for each. */
const addresses: Readonly<Record<string, readonly [Service, string]>> = {
  'POST /policy/validation': ['access-analyzer', 'ValidatePolicy'],
  'POST /policy/check-no-new-access': ['access-analyzer', 'CheckNoNewAccess'],
  'POST /policy/check-access-not-granted': ['access-analyzer', 'CheckAccessNotGranted'],
  'POST /policy/check-no-public-access': ['access-analyzer', 'CheckNoPublicAccess'],
  'GET /analyzer': ['access-analyzer', 'ListAnalyzers'],
  'GET /federation/credentials': ['sso', 'GetRoleCredentials'],
  'GET /federation': ['signin', 'federation'],
  'POST /federation': ['signin', 'federation'],
};

const services: readonly string[] = ['iam', 'sts', 'ec2', 'access-analyzer', 'cloudtrail'];

export async function readRequest(incoming: IncomingMessage): Promise<WireRequest> {
  const body = await readBody(incoming);
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const scope = /Credential=([^/,]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(incoming.headers.authorization ?? '');
  const [, accessKeyId, region = 'us-east-1', signedFor = 'sts'] = scope ?? [];
  const addressed = addresses[`${incoming.method} ${url.pathname}`];
  const target = header(incoming, 'x-amz-target')?.split('.').at(-1);
  const asJson = target !== undefined || addressed?.[0] === 'access-analyzer';
  const form = new URLSearchParams(asJson ? '' : body);
  for (const [name, value] of url.searchParams) form.append(name, value);
  const token = header(incoming, 'x-amz-sso_bearer_token');
  const { Action: _, Version: __, ...query } = queryParameters(form);
  const parameters: Parameters = {
    ...(addressed?.[0] === 'signin' ? queryParameters(form) : query),
    ...(asJson && body !== '' ? JSON.parse(body) : {}),
    ...(token === undefined ? {} : { accessToken: token }),
  };
  return {
    service: addressed?.[0] ?? (services.includes(signedFor) ? (signedFor as Service) : 'sts'),
    operation: addressed?.[1] ?? target ?? form.get('Action') ?? '',
    parameters,
    accessKeyId,
    sessionToken: header(incoming, 'x-amz-security-token'),
    region,
    signedAt: readSigningTime(header(incoming, 'x-amz-date')),
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function header(incoming: IncomingMessage, name: string): string | undefined {
  const value = incoming.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Of `20261124T111200Z`. */
function readSigningTime(text: string | undefined): Date | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
