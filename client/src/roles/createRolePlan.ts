import type { Tags } from './awsApi.ts';
import type { PlanTarget, PolicyReference, RolePlan, StepOf } from './plan.ts';

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
  return { title: `Create role ${answers.name}`, target, steps: [] };
}
