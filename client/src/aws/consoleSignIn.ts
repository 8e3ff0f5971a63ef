import type { SessionCredentials } from '../roles/awsApi.ts';
import { AwsError } from '../roles/awsError.ts';

/**
 * Hosts of the AWS Management Console by partition. Isolated partitions have none in public. Source: IAM User Guide,
 * Enabling custom identity broker access to the AWS console; AWS's sign-in endpoints by partition.
 */
const hosts: Readonly<Record<string, { readonly signIn: string; readonly console: string }>> = {
  aws: { signIn: 'signin.aws.amazon.com', console: 'console.aws.amazon.com' },
  'aws-cn': { signIn: 'signin.amazonaws.cn', console: 'console.amazonaws.cn' },
  'aws-us-gov': { signIn: 'signin.amazonaws-us-gov.com', console: 'console.amazonaws-us-gov.com' },
  'aws-eusc': { signIn: 'signin.amazonaws-eusc.eu', console: 'console.amazonaws-eusc.eu' },
};

/** Whose sign-in stands at the default host, without a Region before it. */
const home = 'us-east-1';

export interface ConsoleRequest {
  readonly credentials: SessionCredentials;
  readonly partition: string;
  readonly region: string;
  /** A path of the console, such as `/iam/home#/roles/details/deploy`. */
  readonly path: string;
  /** In place of AWS's own sign-in service, such as `http://127.0.0.1:5000`. */
  readonly signInEndpoint: string | undefined;
}

/**
 * A URL that signs a browser in to the console as the session. It is a secret, valid for 15 minutes: hand it over by
 * `redirectOnce` and never show or log it. Throws an `AwsError`.
 */
export async function consoleSignInUrl(request: ConsoleRequest, signal?: AbortSignal): Promise<string> {
  const { credentials, partition, region, path } = request;
  const found = hosts[partition];
  if (found === undefined)
    throw problem(
      'noConsole',
      `The partition ${partition} has no console that can be signed in to from here.`,
    );
  const prefix = region === home ? '' : `${region}.`;
  const signIn = request.signInEndpoint?.replace(/\/$/, '') ?? `https://${prefix}${found.signIn}`;
  const endpoint = `${signIn}/federation`;
  const token = await signInToken(endpoint, credentials, signal);
  const parameters = new URLSearchParams({
    Action: 'login',
    Issuer: 'vscode-iam-roles',
    Destination: `https://${prefix}${found.console}${path}`,
    SigninToken: token,
  });
  return `${endpoint}?${parameters}`;
}

/** Sent in a body, not in the URL, so that no proxy logs it; and without a duration, which a chained session is refused. */
async function signInToken(
  endpoint: string,
  { accessKeyId, secretAccessKey, sessionToken }: SessionCredentials,
  signal: AbortSignal | undefined,
): Promise<string> {
  const session = { sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken };
  const body = new URLSearchParams({ Action: 'getSigninToken', Session: JSON.stringify(session) });
  let answer: Response;
  try {
    answer = await fetch(endpoint, { method: 'POST', body, redirect: 'error', signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw problem(
      'noNetwork',
      `AWS’s sign-in service at ${new URL(endpoint).host} could not be reached. Look at your network and proxy, then try again.`,
    );
  }
  const token = answer.ok ? tokenOf(await answer.text()) : undefined;
  if (token !== undefined) return token;
  throw problem(
    'signInRefused',
    `AWS’s sign-in service refused the session (status ${answer.status}). It may have expired: assume the role again.`,
  );
}

function tokenOf(text: string): string | undefined {
  try {
    const { SigninToken: token } = JSON.parse(text);
    return typeof token === 'string' ? token : undefined;
  } catch {
    return undefined;
  }
}

function problem(code: string, message: string): AwsError {
  return new AwsError(message, {
    code,
    operation: undefined,
    awsMessage: '',
    requestId: undefined,
    denied: undefined,
  });
}
