import type { RolePlan, StepKind, StepOf } from '../roles/plan.ts';

/** The ARN of what the plan is about, where it makes something: the role before its policies. */
export function madeArn(plan: RolePlan): string | undefined {
  const { partition, account } = plan.target;
  const arn = (kind: string, made: { readonly path: string; readonly name: string } | undefined) =>
    made && `arn:${partition}:iam::${account}:${kind}${made.path}${made.name}`;
  return (
    arn('role', stepOf(plan, 'createRole')) ??
    arn('policy', stepOf(plan, 'createPolicy')) ??
    arn('instance-profile', stepOf(plan, 'createInstanceProfile'))
  );
}

/** Partitions whose console is open to everyone. */
const consoleHosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** The console's page of the role that the plan makes. */
export function consoleUrl(plan: RolePlan): string | undefined {
  const host = consoleHosts[plan.target.partition];
  const role = stepOf(plan, 'createRole');
  return role && host && `https://${host}/iam/home#/roles/details/${encodeURIComponent(role.name)}`;
}

function stepOf<Kind extends StepKind>({ steps }: RolePlan, kind: Kind): StepOf<Kind> | undefined {
  return steps.find((step): step is StepOf<Kind> => step.kind === kind);
}
