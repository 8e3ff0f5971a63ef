import { AwsError, type Denial } from './awsError.ts';

/** The message that DecodeAuthorizationMessage reads, of a text of UnauthorizedOperation. */
export function encodedMessageOf(awsMessage: string): string | undefined {
  return /Encoded authorization failure message:\s*([\w+/=-]+)/i.exec(awsMessage)?.[1];
}

/**
 * The refusal that a decoded message tells of, as an error; undefined where it is of another form.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function decodedDenial(decoded: string): AwsError | undefined {
  const { explicitDeny, context } = readMessage(decoded);
  const { principal, action, resource } = context ?? {};
  if (typeof principal?.arn !== 'string' || typeof action !== 'string') return undefined;
  const denied: Denial = {
    principal: principal.arn,
    action,
    resource: typeof resource === 'string' && resource !== '*' ? resource : undefined,
    policyType: undefined,
    explicit: explicitDeny === true,
    policyArn: undefined,
    authorizationId: undefined,
  };
  const on = denied.resource === undefined ? '' : ` on ${denied.resource}`;
  const why = denied.explicit ? 'a statement of a policy denies it' : 'no policy allows it';
  return new AwsError(`${denied.principal} may not ${action}${on}, because ${why}.`, {
    code: 'UnauthorizedOperation',
    operation: action,
    awsMessage: '',
    requestId: undefined,
    denied,
  });
}

interface DecodedMessage {
  readonly explicitDeny?: unknown;
  readonly context?: {
    readonly principal?: { readonly arn?: unknown };
    readonly action?: unknown;
    readonly resource?: unknown;
  } | null;
}

function readMessage(text: string): DecodedMessage {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
