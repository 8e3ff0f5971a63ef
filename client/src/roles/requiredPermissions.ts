import type { Permission, PermissionPolicy } from './permission.ts';
import type { RolePlan } from './plan.ts';
import type { StepState } from './stepState.ts';
import { rulesOf } from './steps/stepTable.ts';

/**
 * The policy that allows exactly what inspecting and applying the plan asks of AWS; with `states`, also what brings
 * things that are there to what is wanted.
 */
export function requiredPermissions(plan: RolePlan, states: readonly StepState[] = []): PermissionPolicy {
  const parts = states.flatMap((state) => (state.kind === 'differs' ? state.steps : []));
  const needed = [...plan.steps, ...parts].flatMap((step) => rulesOf(step).permissions(step, plan));
  return { Version: '2012-10-17', Statement: statementsOf(needed) };
}

/** Actions on the same resource under the same condition go together, then resources with the same actions. */
function statementsOf(needed: readonly Permission[]): PermissionPolicy['Statement'] {
  const byResource = grouped(
    needed,
    ({ resource, condition }) => JSON.stringify([resource, condition]),
    ({ action }) => action,
  );
  const byActions = grouped(
    byResource,
    ({ first, values }) => JSON.stringify([values, first.condition]),
    ({ first }) => first.resource,
  );
  return byActions
    .map(({ first: { first, values: Action }, values: Resource }) => ({
      Effect: 'Allow' as const,
      Action,
      Resource,
      ...(first.condition && { Condition: first.condition }),
    }))
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

function sortKey({ Action, Resource, Condition }: PermissionPolicy['Statement'][number]): string {
  return [...Action, ...Resource, JSON.stringify(Condition)].join(' ');
}

/** The things of one key with their values, each value once and in order. */
function grouped<T>(
  things: readonly T[],
  key: (thing: T) => string,
  value: (thing: T) => string,
): readonly { readonly first: T; readonly values: readonly string[] }[] {
  const groups = new Map<string, { first: T; values: string[] }>();
  for (const thing of things) {
    const group = groups.get(key(thing)) ?? { first: thing, values: [] };
    groups.set(key(thing), { ...group, values: [...new Set([...group.values, value(thing)])].sort() });
  }
  return [...groups.values()];
}
