import { AwsError } from '../../roles/awsError.ts';
import { redact } from '../errors/redact.ts';

/** Something that stands between a profile and its credentials, before AWS was asked for anything. */
export function credentialError(code: string, message: string, awsMessage = ''): AwsError {
  return new AwsError(message, {
    code,
    operation: undefined,
    awsMessage: redact(awsMessage),
    requestId: undefined,
    denied: undefined,
  });
}

/** What the SDK's words mean; `say` is given the profile. */
export interface Reason {
  readonly words: RegExp;
  readonly code: string;
  say(profile: string): string;
}

/** The network, whichever provider met it: these throw Node's words, without its code. */
const networkReasons: readonly Reason[] = [
  {
    words:
      /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|TimeoutError)\b/,
    code: 'unreachable',
    say: (profile) =>
      `The service that the credentials of the profile ${profile} come from cannot be reached: check the network, a proxy that may be needed, and the profile's endpoint_url.`,
  },
];

/** What to make of an error of the SDK's credential providers, which tell what happened by their message alone. */
export function explainCredentialError(
  error: unknown,
  profile: string,
  reasons: readonly Reason[],
  otherwise: string,
): AwsError {
  if (error instanceof AwsError) return error;
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const reason = [...networkReasons, ...reasons].find((one) => one.words.test(words));
  return reason === undefined
    ? credentialError('noCredentials', otherwise)
    : credentialError(reason.code, reason.say(profile));
}
