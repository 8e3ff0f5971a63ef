import type { LivePolicy } from '../../roles/live/address.ts';

/** The policy that a command was started for, such as from a tree of roles; of the argument nothing is relied on. */
export function livePolicyOf(argument: unknown): LivePolicy | undefined {
  if (!isRecord(argument)) return undefined;
  // A row of the view of roles has its policy in it.
  const { kind, roleName, policyName, policyArn, versionId } = isRecord(argument['policy'])
    ? argument['policy']
    : argument;
  if (kind === 'trust' && isName(roleName)) return { kind, roleName };
  if (kind === 'inline' && isName(roleName) && isName(policyName)) return { kind, roleName, policyName };
  if (kind !== 'managed' || !isName(policyArn)) return undefined;
  return { kind, policyArn, ...(isName(versionId) && { versionId }) };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
