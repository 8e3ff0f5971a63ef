import type { Effect } from '../../policy/model.ts';
import type { PolicyType } from '../../policy/policyType.ts';

/** The effects that statements of a policy may have, the usual one first; a resource control policy only denies. */
export function effectsIn(type: PolicyType): readonly Effect[] {
  if (type === 'rcp') return ['Deny'];
  return type === 'scp' ? ['Deny', 'Allow'] : ['Allow', 'Deny'];
}
