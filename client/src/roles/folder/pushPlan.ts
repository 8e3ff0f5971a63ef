import { nameOfArn } from '../arn.ts';
import type { PlanTarget, RolePlan, Step } from '../plan.ts';
import type { FolderRole } from './folderRole.ts';

/** A customer managed policy of the folder as AWS has it: how many versions, none where there is no such policy. */
export type VersionCounts = ReadonlyMap<string, number>;

/**
 * What brings AWS to what the folder has: policies first, then the role, then what hangs on it, and last what the
 * folder does not have. A policy with five versions loses its oldest.
 */
export function pushPlan(
  folder: FolderRole,
  live: FolderRole | undefined,
  versions: VersionCounts,
  target: PlanTarget,
  mostVersions: number,
): RolePlan {
  const { name: roleName } = folder;
  const steps: readonly Step[] = [
    ...folder.attachedPolicies.flatMap(({ arn, document }): readonly Step[] => {
      if (document === undefined) return [];
      const count = versions.get(arn) ?? 0;
      return count === 0
        ? [
            {
              kind: 'createPolicy',
              name: nameOfArn(arn),
              path: pathOfArn(arn),
              description: '',
              document,
              tags: {},
            },
          ]
        : [{ kind: 'createPolicyVersion', policyArn: arn, document, deleteOldest: count >= mostVersions }];
    }),
    {
      kind: 'createRole',
      name: roleName,
      path: folder.path,
      trustPolicy: folder.trustPolicy,
      description: folder.description,
      maxSessionDuration: folder.maxSessionDuration,
      permissionsBoundary:
        folder.permissionsBoundary === undefined ? undefined : { arn: folder.permissionsBoundary },
      tags: folder.tags,
    },
    ...folder.inlinePolicies.map(
      ({ name: policyName, document }): Step => ({ kind: 'putRolePolicy', roleName, policyName, document }),
    ),
    ...folder.attachedPolicies.map(
      ({ arn, document }): Step => ({
        kind: 'attachRolePolicy',
        roleName,
        policy: document !== undefined && !versions.get(arn) ? { created: nameOfArn(arn) } : { arn },
      }),
    ),
    ...(live === undefined ? [] : removals(folder, live)),
  ];
  const { partition, account } = target;
  const existing =
    live === undefined ? [] : [`arn:${partition}:iam::${account}:role${live.path}${live.name}`];
  return { title: `Push role ${roleName}`, target, steps, existing };
}

function removals(folder: FolderRole, live: FolderRole): readonly Step[] {
  const { name: roleName } = folder;
  const tagKeys = Object.keys(live.tags).filter((key) => !Object.hasOwn(folder.tags, key));
  return [
    ...live.inlinePolicies
      .filter(({ name }) => !folder.inlinePolicies.some((kept) => kept.name === name))
      .map(({ name: policyName }): Step => ({ kind: 'deleteRolePolicy', roleName, policyName })),
    ...live.attachedPolicies
      .filter(({ arn }) => !folder.attachedPolicies.some((kept) => kept.arn === arn))
      .map(({ arn: policyArn }): Step => ({ kind: 'detachRolePolicy', roleName, policyArn })),
    ...(tagKeys.length === 0 ? [] : [{ kind: 'untagRole' as const, roleName, tagKeys }]),
  ];
}

/** Of `arn:aws:iam::123456789012:policy/team/orders`, `/team/`. */
function pathOfArn(arn: string): string {
  const resource = arn.slice(arn.indexOf('/'));
  return resource.slice(0, resource.lastIndexOf('/') + 1);
}
