import type { RolePlan, StepKind } from '../plan.ts';

const changesList: ReadonlySet<StepKind> = new Set<StepKind>([
  'createRole',
  'deleteRole',
  'createServiceLinkedRole',
  'deleteServiceLinkedRole',
]);

/** Names of the roles that a plan changes; `all` where the list of roles becomes another. */
export function changedRoles({ steps }: Pick<RolePlan, 'steps'>): readonly string[] | 'all' {
  if (steps.some(({ kind }) => changesList.has(kind))) return 'all';
  return [...new Set(steps.flatMap((step) => ('roleName' in step ? [step.roleName] : [])))];
}
