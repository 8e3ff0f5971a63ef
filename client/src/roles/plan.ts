import type { Caller, Tags } from './awsApi.ts';

/**
 * What will be done to AWS, as data. A plan is shown before anything happens, applied step by step, undone in the
 * inverse order, and printed for other tools.
 */
export interface RolePlan {
  /** A sentence part, such as `Create role orders-reader`. */
  readonly title: string;
  readonly target: PlanTarget;
  readonly steps: readonly Step[];
  /** ARNs of the roles and instance profiles that are there already, as their paths are needed for permissions. */
  readonly existing?: readonly string[];
}

/** What the meaning of a step depends on, beside itself. */
export type PlanScope = Pick<RolePlan, 'target' | 'steps' | 'existing'>;

/** Where the plan belongs. */
export interface PlanTarget extends Pick<Caller, 'account' | 'partition'> {
  /** For Amazon EC2; IAM is global. */
  readonly region: string;
}

/** An ARN, or the name of a policy that an earlier step of the plan creates. */
export type PolicyReference = { readonly arn: string } | { readonly created: string };

export type Step = StepsByKind[StepKind];
export type StepKind = keyof StepsByKind;
export type StepOf<Kind extends StepKind> = StepsByKind[Kind];

type StepsByKind = {
  [Kind in keyof StepInputs]: { readonly kind: Kind } & StepInputs[Kind];
};

interface OnRole {
  readonly roleName: string;
}
interface OnProfile {
  readonly instanceProfileName: string;
}

/** Steps by the name of the API operation they stand for; documents are JSON texts. */
interface StepInputs {
  createPolicy: {
    readonly name: string;
    readonly path: string;
    readonly description: string;
    readonly document: string;
    readonly tags: Tags;
  };
  /** With `deleteOldest` the oldest version that is not the default makes room where five exist. */
  createPolicyVersion: {
    readonly policyArn: string;
    readonly document: string;
    readonly deleteOldest: boolean;
  };
  /** Puts a deleted version back, under a new number and not as the default. */
  restorePolicyVersion: { readonly policyArn: string; readonly document: string };
  createRole: {
    readonly name: string;
    readonly path: string;
    readonly trustPolicy: string;
    readonly description: string;
    /** Seconds, 3,600 to 43,200. */
    readonly maxSessionDuration: number;
    /** In the same call, as some may create roles with a certain boundary only. */
    readonly permissionsBoundary: PolicyReference | undefined;
    readonly tags: Tags;
  };
  updateAssumeRolePolicy: OnRole & { readonly trustPolicy: string };
  updateRole: OnRole & { readonly description: string; readonly maxSessionDuration: number };
  putRolePolicy: OnRole & { readonly policyName: string; readonly document: string };
  attachRolePolicy: OnRole & { readonly policy: PolicyReference };
  putRolePermissionsBoundary: OnRole & { readonly policy: PolicyReference };
  tagRole: OnRole & { readonly tags: Tags };
  createInstanceProfile: { readonly name: string; readonly path: string; readonly tags: Tags };
  addRoleToInstanceProfile: OnProfile & OnRole;
  /** Waits until EC2 can use it, with the role in it. */
  waitUntilUsable: OnProfile & OnRole;
  /** Replaces the association that the instance may have. */
  associateIamInstanceProfile: OnProfile & { readonly instanceId: string };
  createServiceLinkedRole: {
    readonly service: string;
    readonly description: string;
    readonly suffix: string | undefined;
  };

  disassociateIamInstanceProfile: OnProfile & { readonly instanceId: string };
  removeRoleFromInstanceProfile: OnProfile & OnRole;
  deleteInstanceProfile: OnProfile;
  detachRolePolicy: OnRole & { readonly policyArn: string };
  deleteRolePolicy: OnRole & { readonly policyName: string };
  deleteRolePermissionsBoundary: OnRole;
  untagRole: OnRole & { readonly tagKeys: readonly string[] };
  setDefaultPolicyVersion: { readonly policyArn: string; readonly versionId: string };
  deletePolicyVersion: { readonly policyArn: string; readonly versionId: string };
  deletePolicy: { readonly policyArn: string };
  deleteRole: OnRole;
  deleteServiceLinkedRole: OnRole;
}

/** The ARN a policy of this plan has, or will have. */
export function policyArn(reference: PolicyReference, { target, steps }: PlanScope): string {
  if ('arn' in reference) return reference.arn;
  const step = steps.find((one) => one.kind === 'createPolicy' && one.name === reference.created);
  const path = step?.kind === 'createPolicy' ? step.path : '/';
  return `arn:${target.partition}:iam::${target.account}:policy${path}${reference.created}`;
}
