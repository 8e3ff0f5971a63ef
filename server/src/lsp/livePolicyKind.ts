import type { PolicyKind } from '../policy/policyType.ts';
import { livePolicyScheme, readOnlyLivePolicyScheme } from '../protocol.ts';

/** What a policy of an account is, which its document's URI tells; undefined for every other document. */
export function livePolicyKind(uri: string): PolicyKind | undefined {
  const [, scheme = '', role] = /^([\w-]+):\/[^/]+\/\d{12}\/(?:role\/([^/]+\/[^/]+)$)?/.exec(uri) ?? [];
  if (scheme !== livePolicyScheme && scheme !== readOnlyLivePolicyScheme) return undefined;
  return { type: role === undefined ? 'identity' : 'trust' };
}
