import type { Tags } from './awsApi.ts';
import type { PlanTarget, PolicyReference, RolePlan, Step, StepOf } from './plan.ts';

/** What is asked of someone who creates a role. */
export interface RoleAnswers {
  readonly name: string;
  readonly path: string;
  /** JSON. */
  readonly trustPolicy: string;
  readonly description: string;
  /** Seconds, 3,600 to 43,200. */
  readonly maxSessionDuration: number;
  readonly tags: Tags;
  /** An ARN, or the name of one of `newPolicies`. */
  readonly permissionsBoundary: PolicyReference | undefined;
  /** Created and attached. */
  readonly newPolicies: readonly Omit<StepOf<'createPolicy'>, 'kind'>[];
  readonly inlinePolicies: readonly { readonly name: string; readonly document: string }[];
  /** ARNs. */
  readonly attachedPolicies: readonly string[];
  readonly instanceProfile:
    | {
        readonly name: string;
        /** An instance that is to use it at once. */
        readonly instanceId: string | undefined;
      }
    | undefined;
}

/** Policies first, then the role, then what hangs on it. */
export function createRolePlan(answers: RoleAnswers, target: PlanTarget): RolePlan {
  const { name: roleName, newPolicies, inlinePolicies, attachedPolicies, instanceProfile } = answers;
  const references: readonly PolicyReference[] = [
    ...attachedPolicies.map((arn) => ({ arn })),
    ...newPolicies.filter(isAttached(answers)).map(({ name }) => ({ created: name })),
  ];
  const steps: readonly Step[] = [
    ...newPolicies.map((policy): Step => ({ ...policy, kind: 'createPolicy' })),
    createRoleStep(answers),
    ...inlinePolicies.map(
      ({ name, document }): Step => ({ kind: 'putRolePolicy', roleName, policyName: name, document }),
    ),
    ...references.map((policy): Step => ({ kind: 'attachRolePolicy', roleName, policy })),
    ...(instanceProfile ? profileSteps(roleName, instanceProfile) : []),
  ];
  return { title: `Create role ${roleName}`, target, steps };
}

/** A boundary allows nothing by itself, so it is not attached too. */
function isAttached({ permissionsBoundary }: RoleAnswers): (policy: { readonly name: string }) => boolean {
  const boundary =
    permissionsBoundary && 'created' in permissionsBoundary ? permissionsBoundary.created : undefined;
  return ({ name }) => name !== boundary;
}

function createRoleStep(answers: RoleAnswers): Step {
  const { name, path, trustPolicy, description, maxSessionDuration, permissionsBoundary, tags } = answers;
  return {
    kind: 'createRole',
    name,
    path,
    trustPolicy,
    description,
    maxSessionDuration,
    permissionsBoundary,
    tags,
  };
}

function profileSteps(
  roleName: string,
  { name, instanceId }: NonNullable<RoleAnswers['instanceProfile']>,
): readonly Step[] {
  const instanceProfileName = name;
  return [
    { kind: 'createInstanceProfile', name, path: '/', tags: {} },
    { kind: 'addRoleToInstanceProfile', instanceProfileName, roleName },
    { kind: 'waitUntilUsable', instanceProfileName, roleName },
    ...(instanceId === undefined
      ? []
      : [{ kind: 'associateIamInstanceProfile' as const, instanceProfileName, instanceId }]),
  ];
}
