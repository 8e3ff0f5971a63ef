import type { AwsApi, InlinePolicy } from '../awsApi.ts';
import type { PolicyAddress } from './explorerNode.ts';
import { addCounts, countFindings, type FindingCounts, type Severity } from './findingCounts.ts';
import { type Outcome, outcomeOf } from './roleParts.ts';

/** Judges a policy that stands in no document. */
export type CheckPolicy = (
  document: string,
  type: 'trust' | 'identity',
) => Promise<readonly { readonly severity: Severity }[]>;

/** What is found in the policies that are the role's own, by `policyKey`. */
export type Judgements = ReadonlyMap<string, Outcome<FindingCounts>>;

/** Of the policies of one role. */
export function policyKey(policy: PolicyAddress): string {
  if (policy.kind === 'managed') return policy.policyArn;
  return policy.kind === 'inline' ? inlineKey(policy.policyName) : 'trust';
}

function inlineKey(policyName: string): string {
  return `inline ${policyName}`;
}

/** Of all policies that could be judged. */
export function findingsOf(judgements: Judgements): FindingCounts {
  return addCounts([...judgements.values()].flatMap((judged) => ('value' in judged ? [judged.value] : [])));
}

export async function judge(
  check: CheckPolicy,
  trustPolicy: string,
  inlinePolicies: readonly (Omit<InlinePolicy, 'document'> & {
    readonly document: Promise<string | undefined>;
  })[],
): Promise<Judgements> {
  const count = (document: Promise<string | undefined>, type: 'trust' | 'identity') =>
    outcomeOf(
      document.then(async (text) => countFindings(text === undefined ? [] : await check(text, type))),
    );
  const judged = await Promise.all([
    count(Promise.resolve(trustPolicy), 'trust').then((found) => ['trust', found] as const),
    ...inlinePolicies.map(
      async ({ name, document }) => [inlineKey(name), await count(document, 'identity')] as const,
    ),
  ]);
  return new Map(judged);
}

/** Inline policies with documents that are being read; undefined for one that is gone meanwhile. */
export function readInline(api: AwsApi, roleName: string, names: readonly string[]) {
  return names.map((name) => ({ name, document: api.getRolePolicy(roleName, name) }));
}
