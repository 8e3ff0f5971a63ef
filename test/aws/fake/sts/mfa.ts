import type { FakeCaller } from '../state.ts';
import { type Parameters, textOf } from '../wire/data.ts';
import { Fault, invalidValue } from '../wire/fault.ts';

/** Whether the request, else the caller's session, is with MFA. A code is taken once. */
export function readMfa(parameters: Parameters, caller: FakeCaller): boolean | undefined {
  const device = textOf(parameters, 'SerialNumber');
  const code = textOf(parameters, 'TokenCode');
  if (device === undefined && code === undefined) return caller.mfa;
  if (device === undefined || code === undefined)
    throw new Fault('ValidationError', 'Both SerialNumber and TokenCode must be specified.');
  if (!/^\d{6}$/.test(code))
    throw invalidValue(code, 'tokenCode', 'Member must satisfy regular expression pattern: [\\d]*');
  const expected = caller.mfaDevices[device];
  if (expected === undefined)
    throw new Fault(
      'AccessDenied',
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    );
  if (code !== expected)
    throw new Fault('AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code. ');
  caller.mfaDevices[device] = '';
  return true;
}
