import type { Denial } from '../../roles/awsError.ts';
import type { Refusal } from './explanations.ts';

/** Codes under which services say that a permission lacks. */
export const deniedCodes: ReadonlySet<string> = new Set([
  'AccessDenied',
  'UnauthorizedOperation',
  'Client.UnauthorizedOperation',
]);

/** Refusals of AssumeRole and others that are no lack of a permission. */
const special: readonly { readonly text: RegExp; readonly message: string }[] = [
  {
    text: /invalid MFA one time pass code/i,
    message:
      'AWS refused the MFA code: a code is good for one use, so wait for the next one and enter that, from the device that the profile names.',
  },
  {
    text: /MultiFactorAuthentication failed/i,
    message:
      'AWS refused the sign-in with MFA: check that mfa_serial names your own device, and enter its current code.',
  },
  {
    text: /may not be assumed by root/i,
    message: 'A root user cannot assume roles: use a profile of an IAM user or of IAM Identity Center.',
  },
  {
    text: /Cannot call (?:GetSessionToken|GetFederationToken) with session credentials/i,
    message:
      'A session cannot be made from the credentials of a session: use a profile with the keys of an IAM user.',
  },
  {
    text: /Cross-account pass role/i,
    message: 'A role can be passed to services of its own account only: use a role of this account.',
  },
];

/** Which permission lacks, and which policy is to blame where AWS tells. */
export function accessDenied({ action, awsMessage, denied }: Refusal): string {
  const known = special.find(({ text }) => text.test(awsMessage));
  if (known !== undefined) return known.message;
  if (denied !== undefined) return `${who(denied)} ${reason(denied)}.`;
  if (/Encoded authorization failure message/i.test(awsMessage))
    return `You may not do this: ${action}, or a permission that goes with it, is denied; AWS's encoded message says which, and sts:DecodeAuthorizationMessage reads it.`;
  return `You lack the permission ${action}, or a policy denies it. AWS says: ${awsMessage}`;
}

function who({ principal, action, resource }: Denial): string {
  const on = resource === undefined || resource === '*' ? '' : ` on ${resource}`;
  return `${principal} may not ${action}${on},`;
}

const blamed: Readonly<Record<NonNullable<Denial['policyType']>, string>> = {
  'identity-based': 'identity-based policy',
  'resource-based': 'resource-based policy',
  session: 'session policy',
  'permissions boundary': 'permissions boundary',
  'service control': 'service control policy of the organization',
  'resource control': 'resource control policy of the organization',
  'VPC endpoint': 'VPC endpoint policy',
  'role trust': 'role trust policy',
};

function reason({ action, policyType, explicit, policyArn }: Denial): string {
  if (policyType === undefined && action === 'sts:AssumeRole')
    return "because the role's trust policy or the caller's own policies do not allow it, or a condition of them is not met";
  const policy = policyType === undefined ? 'policy' : blamed[policyType];
  if (!explicit) return `because no ${policy} allows it`;
  const which = policyArn === undefined ? '' : ` (${policyArn})`;
  return `because a statement of the ${policy}${which} denies it`;
}
