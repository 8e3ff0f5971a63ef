import {
  describePolicyRequest,
  type PolicyDescription,
  type PolicyType,
} from '../../../../server/src/protocol.ts';
import type { PagePolicy } from '../../rolePage/rolePage.ts';
import type { Ask } from '../../serverRequests.ts';

export interface PolicyText extends Pick<PagePolicy, 'name' | 'kind' | 'detail' | 'place' | 'findings'> {
  readonly text: string;
  readonly type: PolicyType;
}

/** A policy in plain words. Throws an `Error` while no server runs. */
export async function describedPolicy(
  ask: Ask,
  { text, type, ...policy }: PolicyText,
): Promise<PagePolicy & Pick<PolicyDescription, 'principals'>> {
  const description = await ask(describePolicyRequest, { text, type });
  if (description === undefined) throw serverIsOff();
  const { sentences, principals } = description ?? { sentences: ['It is no policy.'], principals: [] };
  return { ...policy, sentences, principals };
}

export function serverIsOff(): Error {
  return new Error('The IAM language server is off, so policies cannot be told. Restart it, then try again.');
}
