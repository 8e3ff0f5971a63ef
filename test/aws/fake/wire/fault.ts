/** A refusal as AWS answers it. `code` is that of AWS Query, without `Exception`; other protocols have their own. */
export class Fault extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = statusOf[code] ?? 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const statusOf: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  UnauthorizedOperation: 403,
  InvalidClientTokenId: 403,
  MissingAuthenticationToken: 403,
  ExpiredToken: 403,
  SignatureDoesNotMatch: 403,
  RequestTimeTooSkewed: 403,
  NoSuchEntity: 404,
  ConcurrentModification: 409,
  DeleteConflict: 409,
  EntityAlreadyExists: 409,
  EntityTemporarilyUnmodifiable: 409,
  LimitExceeded: 409,
  RequestLimitExceeded: 503,
  ServiceFailure: 500,
  ServiceUnavailable: 503,
  UnauthorizedException: 401,
  AuthFailure: 401,
};

export function noSuchEntity(message: string): Fault {
  return new Fault('NoSuchEntity', message);
}

/** How IAM and STS say that a parameter is out of its bounds. */
export function invalidValue(value: string, parameter: string, constraint: string): Fault {
  const what = `Value '${value}' at '${parameter}' failed to satisfy constraint: ${constraint}`;
  return new Fault('ValidationError', `1 validation error detected: ${what}`);
}
