import type { LivePolicy } from '../../roles/live/address.ts';

/** The policy that a command was started for, such as from a tree of roles; of the argument nothing is relied on. */
export function livePolicyOf(argument: unknown): LivePolicy | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { kind, roleName, policyName, policyArn, versionId } = argument as Readonly<Record<string, unknown>>;
  if (kind === 'trust' && isName(roleName)) return { kind, roleName };
  if (kind === 'inline' && isName(roleName) && isName(policyName)) return { kind, roleName, policyName };
  if (kind !== 'managed' || !isName(policyArn)) return undefined;
  return { kind, policyArn, ...(isName(versionId) && { versionId }) };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
