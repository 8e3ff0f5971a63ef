import type { DenialForm } from './denial.ts';
import { denialOf } from './denialOf.ts';
import { Fault } from './wire/fault.ts';
import type { Answer } from './wire/protocols.ts';
import type { WireRequest } from './wire/readRequest.ts';

/** How an operation is to fail: a name below, an error by its code, or a denial. */
export type Failure =
  | keyof typeof faults
  | keyof typeof pages
  /** The connection breaks: before the work is done, or after it. */
  | 'connectionReset'
  | 'connectionResetAfterwards'
  /** Nothing comes, until the client gives up. */
  | 'noAnswer'
  | { readonly code: string; readonly message: string; readonly status?: number }
  | { readonly denied: DenialForm };

const faults = {
  throttling: ['Throttling', 'Rate exceeded', 400],
  throttlingException: ['ThrottlingException', 'Rate exceeded', 400],
  requestLimitExceeded: ['RequestLimitExceeded', 'Request limit exceeded.', 503],
  serviceUnavailable: ['ServiceUnavailable', 'Service Unavailable', 503],
  expiredToken: ['ExpiredToken', 'The security token included in the request is expired', 403],
  invalidClientTokenId: [
    'InvalidClientTokenId',
    'The security token included in the request is invalid.',
    403,
  ],
  signatureDoesNotMatch: [
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    403,
  ],
  requestTimeTooSkewed: [
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
    403,
  ],
  concurrentModification: [
    'ConcurrentModification',
    'The request was rejected because of a concurrent change.',
    409,
  ],
  entityTemporarilyUnmodifiable: [
    'EntityTemporarilyUnmodifiable',
    'The entity is being modified by another request. Try again later.',
    409,
  ],
} satisfies Record<string, readonly [string, string, number]>;

const pages = {
  html500: htmlPage(500, 'Internal Server Error'),
  html502: htmlPage(502, 'Bad Gateway'),
} satisfies Record<string, Answer>;

function htmlPage(status: number, title: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html>\n<html lang=en>\n<title>${status} ${title}</title>\n<h1>${title}</h1>\n`,
  };
}

/** What to do instead of answering; a `Fault` or a page is answered as it is. */
export type Outcome = Fault | Answer | 'connectionReset' | 'connectionResetAfterwards' | 'noAnswer';

/** `principal` is the caller's ARN. */
export function outcomeOf(failure: Failure, request: WireRequest, principal: string): Outcome {
  if (typeof failure === 'object')
    return 'denied' in failure
      ? denialOf(failure.denied, request, principal)
      : new Fault(failure.code, failure.message, failure.status);
  if (failure in pages) return pages[failure as keyof typeof pages];
  if (failure in faults) {
    const [code, message, status] = faults[failure as keyof typeof faults];
    return new Fault(code, message, status);
  }
  return failure as 'connectionReset' | 'connectionResetAfterwards' | 'noAnswer';
}
