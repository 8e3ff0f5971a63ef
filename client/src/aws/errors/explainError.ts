import { AwsError, Cancelled } from '../../roles/awsError.ts';
import { accessDenied, deniedCodes } from './accessDenied.ts';
import { explanations } from './explanations.ts';
import { networkErrorOf } from './networkErrors.ts';
import { parseDenial } from './parseDenial.ts';
import { redact } from './redact.ts';

/** The call that something went wrong with. */
export interface CallPlace {
  /** Such as `iam:CreateRole`. */
  readonly action: string;
  /** The custom endpoint, if any. */
  readonly endpoint: string | undefined;
}

/** What the SDK throws, as far as it is read here; every part may be missing. */
interface SdkFailure {
  readonly name?: string;
  readonly message?: string;
  /** As on the wire. */
  readonly Code?: string;
  /** Whether the service's own words were understood. */
  readonly $fault?: string;
  readonly $metadata?: { readonly requestId?: string };
  readonly $response?: unknown;
}

/** Any failure of a call, in plain words. What was explained before stays as it is. */
export function explainError(error: unknown, { action, endpoint }: CallPlace): AwsError | Cancelled {
  if (error instanceof AwsError || error instanceof Cancelled) return error;
  const { name = 'Error', message = '', Code, $fault, $metadata, $response }: SdkFailure = Object(error);
  if (name === 'AbortError') return new Cancelled('Cancelled.');
  const awsMessage = redact(message);
  const details = { operation: action, awsMessage, requestId: $metadata?.requestId, denied: undefined };
  if (isHtml($response)) return notAws(action, endpoint);
  const network = networkErrorOf(error, endpoint);
  if (network !== undefined) return new AwsError(network.message, { ...details, code: network.code });
  if (credentialErrors.test(name))
    return new AwsError(`The profile gives no credentials: ${awsMessage}`, {
      ...details,
      code: 'noCredentials',
    });
  if ($response !== undefined && $fault === undefined) return notAws(action, endpoint);
  if ($fault === undefined)
    return new AwsError(`${action} failed: ${awsMessage}`, { ...details, code: 'unexpected' });
  const code = (Code ?? name).replace(/Exception$/, '');
  const denied = deniedCodes.has(code) ? parseDenial(message) : undefined;
  const refusal = { action, awsMessage, denied };
  const explain = deniedCodes.has(code) ? accessDenied : explanations[code];
  const sentence = explain?.(refusal) ?? `AWS refused ${action} (${code}): ${awsMessage}`;
  return new AwsError(sentence, { ...details, code, denied });
}

const credentialErrors = /^(?:CredentialsProvider|TokenProvider|Provider)Error$/;

/** An answer that AWS does not give, such as the page of a proxy. */
export function notAws(action: string, endpoint: string | undefined): AwsError {
  const who = endpoint === undefined ? 'Something between here and AWS' : endpoint;
  return new AwsError(
    `${who} answered ${action} with what is not an answer of AWS, such as a web page: check the proxy, a network that wants you to sign in, and the profile's endpoint_url.`,
    { code: 'notAws', operation: action, awsMessage: '', requestId: undefined, denied: undefined },
  );
}

/** Whether a response of the SDK's HTTP layer is a web page. */
export function isHtml(response: unknown): boolean {
  const headers: unknown = Object(response).headers;
  return /\bhtml\b/i.test(String(Object(headers)['content-type']));
}
