import type { PlanScope } from './plan.ts';

/** Of `arn:aws:iam::123456789012:role/path/name`, the last part. */
export function nameOfArn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Of `arn:aws:iam::123456789012:role/name`, the 12 digits; empty for AWS's own. */
export function accountOfArn(arn: string): string {
  const account = arn.split(':')[4] ?? '';
  return account === 'aws' ? '' : account;
}

/** Whether a policy is one that AWS manages. */
export function isAwsManaged(policyArn: string): boolean {
  return policyArn.split(':')[4] === 'aws';
}

export function roleArn(name: string, plan: PlanScope): string {
  const creating = plan.steps.find((step) => step.kind === 'createRole' && step.name === name);
  return iamArn('role', name, creating?.kind === 'createRole' ? creating.path : undefined, plan);
}

export function instanceProfileArn(name: string, plan: PlanScope): string {
  const creating = plan.steps.find((step) => step.kind === 'createInstanceProfile' && step.name === name);
  return iamArn(
    'instance-profile',
    name,
    creating?.kind === 'createInstanceProfile' ? creating.path : undefined,
    plan,
  );
}

export function instanceArn(instanceId: string, { target }: PlanScope): string {
  return `arn:${target.partition}:ec2:${target.region}:${target.account}:instance/${instanceId}`;
}

export function policyArnOf(
  policy: { readonly name: string; readonly path: string },
  { target }: PlanScope,
): string {
  return `arn:${target.partition}:iam::${target.account}:policy${policy.path}${policy.name}`;
}

function iamArn(type: string, name: string, path: string | undefined, plan: PlanScope): string {
  const known = plan.existing?.find(
    (arn) => arn.split(':')[5]?.split('/')[0] === type && nameOfArn(arn) === name,
  );
  if (path === undefined && known !== undefined) return known;
  return `arn:${plan.target.partition}:iam::${plan.target.account}:${type}${path ?? '/'}${name}`;
}
