import { arnParts, partitionOf } from './arn.ts';
import type { FakeCaller } from './state.ts';
import { Fault } from './wire/fault.ts';
import type { WireRequest } from './wire/readRequest.ts';
import type { World } from './world.ts';

/** Milliseconds that clocks may differ. */
const skew = 5 * 60_000;

/** Who a request is from, by its access key; throws the `Fault` of AWS when that does not count. Signatures are not checked. */
export function authenticate(request: WireRequest, { state, now }: World): FakeCaller {
  const { accessKeyId, sessionToken, signedAt, region, service } = request;
  if (accessKeyId === undefined)
    throw new Fault('MissingAuthenticationToken', 'Request is missing Authentication Token');
  const caller = state.callers.find((one) => one.accessKeyId === accessKeyId);
  const unknown = caller === undefined || caller.sessionToken !== sessionToken;
  // Keys of one partition are unknown in the others.
  if (unknown || arnParts(caller.arn).partition !== partitionOf(region)) throw invalidToken();
  if (caller.expires !== undefined && Date.parse(caller.expires) <= now().getTime())
    throw new Fault('ExpiredToken', 'The security token included in the request is expired');
  if (signedAt !== undefined && Math.abs(signedAt.getTime() - now().getTime()) > skew)
    throw new Fault(
      'SignatureDoesNotMatch',
      `Signature expired: ${compact(signedAt)} is now earlier than ${compact(new Date(now().getTime() - skew))} (${compact(now())} - 5 min.)`,
    );
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
  if (service === 'iam' && caller.kind === 'sessionToken' && caller.mfa !== true) throw invalidToken();
  return caller;
}

function invalidToken(): Fault {
  return new Fault('InvalidClientTokenId', 'The security token included in the request is invalid.');
}

/** As in signatures: `20261124T111200Z`. */
function compact(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}
