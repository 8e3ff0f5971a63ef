/** Something AWS, or the way to it, refused. `message` is for a person: what happened, why, and what to do. */
export class AwsError extends Error {
  // By name: the bundle with the AWS SDK has a class of its own.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isError(value, 'AwsError');
  }
  override readonly name = 'AwsError';
  readonly details: AwsErrorDetails;

  constructor(message: string, details: AwsErrorDetails) {
    super(message);
    this.details = details;
  }
}

export interface AwsErrorDetails {
  /** As on the wire, without `Exception`: `AccessDenied`, `EntityAlreadyExists`, …; own ones are lower-case. */
  readonly code: string;
  /** Such as `iam:CreateRole`; undefined where no call was made. */
  readonly operation: string | undefined;
  /** What AWS wrote, with secrets taken out. */
  readonly awsMessage: string;
  readonly requestId: string | undefined;
  readonly denied: Denial | undefined;
}

/** What the text of an AccessDenied says. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export interface Denial {
  readonly principal: string;
  /** Such as `iam:CreateRole`. */
  readonly action: string;
  readonly resource: string | undefined;
  readonly policyType:
    | 'identity-based'
    | 'resource-based'
    | 'session'
    | 'permissions boundary'
    | 'service control'
    | 'resource control'
    | 'VPC endpoint'
    | 'role trust'
    | undefined;
  /** Denied by a statement, not by the lack of one. */
  readonly explicit: boolean;
  /** ARN of the policy that denies. */
  readonly policyArn: string | undefined;
  readonly authorizationId: string | undefined;
}

/** An error of our own, with a code that begins in lower case. */
export function ownError(code: string, message: string, operation?: string): AwsError {
  return new AwsError(message, { code, operation, awsMessage: '', requestId: undefined, denied: undefined });
}

/** The user, or whoever called, ended the work. It is no failure, and nobody is told of it as one. */
export class Cancelled extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isError(value, 'Cancelled');
  }
  override readonly name = 'Cancelled';
}

function isError(value: unknown, name: string): boolean {
  return value instanceof Error && value.name === name;
}

/** Whether AWS refused with this code, such as `NoSuchEntity`. */
export function hasCode(error: unknown, ...codes: readonly string[]): error is AwsError {
  return error instanceof AwsError && codes.includes(error.details.code);
}

/** Whether AWS refused for want of a permission. */
export function isDenied(error: unknown): error is AwsError {
  return hasCode(error, 'AccessDenied', 'UnauthorizedOperation', 'Client.UnauthorizedOperation');
}

/** Own codes that are no sign of a lost answer. */
const saidForSure: ReadonlySet<string> = new Set(['stillInUse', 'notSeen', 'noCredentials', 'noSuchProfile']);

/** Whether AWS may have done what was asked all the same: the answer was lost, or AWS itself failed. */
export function isLostAnswer(error: unknown): boolean {
  if (!(error instanceof AwsError)) return true;
  const { code } = error.details;
  if (saidForSure.has(code)) return false;
  return (
    /^[a-z]/.test(code) || /^(?:Internal|Service)(?:Failure|Error|Unavailable)|^RequestTimeout$/.test(code)
  );
}
