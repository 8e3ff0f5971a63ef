import type { Tags } from '../awsApi.ts';
import { type PolicyReference, policyArn, type RolePlan, type Step, type StepOf } from '../plan.ts';
import { documentValue, type Json } from './json.ts';
import { isWaiting } from './leftOver.ts';
import { identifiers, pascalCase } from './names.ts';

export interface Resource {
  readonly logicalId: string;
  readonly type: `AWS::IAM::${'Role' | 'RolePolicy' | 'ManagedPolicy' | 'InstanceProfile' | 'ServiceLinkedRole'}`;
  readonly properties: { readonly [name: string]: Json };
}

export interface Template {
  readonly resources: readonly Resource[];
  /** Steps that CloudFormation has no words for. */
  readonly left: readonly Step[];
}

/** What is known while resources are made. */
interface Context {
  readonly plan: RolePlan;
  /** Logical ids of what the plan creates, by kind and name. */
  readonly idOf: ReadonlyMap<string, string>;
}

type Creating = StepOf<'createPolicy' | 'createRole' | 'createInstanceProfile' | 'createServiceLinkedRole'>;

const endings: Readonly<Record<Creating['kind'], string>> = {
  createPolicy: 'Policy',
  createRole: 'Role',
  createInstanceProfile: 'InstanceProfile',
  createServiceLinkedRole: 'Role',
};

/** The plan as the resources of a template, with intrinsic functions in their long form. */
export function templateOf(plan: RolePlan): Template {
  const logicalId = identifiers(pascalCase);
  const idOf = new Map(
    plan.steps
      .filter(isCreating)
      .map((step) => [keyOf(step), logicalId(`${nameOf(step)} ${endings[step.kind]}`)]),
  );
  const context: Context = { plan, idOf };
  const resources = plan.steps.flatMap((step) => resourceOf(step, context, logicalId));
  const left = plan.steps.filter((step) => !isCreating(step) && !isWaiting(step) && !isWithin(step, context));
  return { resources, left };
}

function isCreating(step: Step): step is Creating {
  return step.kind in endings;
}

function nameOf(step: Creating): string {
  return step.kind === 'createServiceLinkedRole' ? `${step.service} ${step.suffix ?? ''}` : step.name;
}

function keyOf(step: Creating): string {
  return `${step.kind} ${nameOf(step)}`;
}

/** Whether a step goes into a resource of another step, or is one itself. */
function isWithin(step: Step, { idOf }: Context): boolean {
  if (step.kind === 'putRolePolicy') return true;
  if (step.kind === 'attachRolePolicy') return idOf.has(`createRole ${step.roleName}`);
  return (
    step.kind === 'addRoleToInstanceProfile' && idOf.has(`createInstanceProfile ${step.instanceProfileName}`)
  );
}

function resourceOf(step: Step, context: Context, logicalId: (name: string) => string): readonly Resource[] {
  const id = isCreating(step) ? (context.idOf.get(keyOf(step)) ?? '') : '';
  switch (step.kind) {
    case 'createPolicy':
      return [{ logicalId: id, type: 'AWS::IAM::ManagedPolicy', properties: managedPolicy(step) }];
    case 'createRole':
      return [{ logicalId: id, type: 'AWS::IAM::Role', properties: role(step, context) }];
    case 'createInstanceProfile':
      return [
        { logicalId: id, type: 'AWS::IAM::InstanceProfile', properties: instanceProfile(step, context) },
      ];
    case 'createServiceLinkedRole':
      return [{ logicalId: id, type: 'AWS::IAM::ServiceLinkedRole', properties: serviceLinkedRole(step) }];
    case 'putRolePolicy':
      if (context.idOf.has(`createRole ${step.roleName}`)) return [];
      return [
        {
          logicalId: logicalId(`${step.roleName} ${step.policyName} Policy`),
          type: 'AWS::IAM::RolePolicy',
          properties: {
            RoleName: step.roleName,
            PolicyName: step.policyName,
            PolicyDocument: documentValue(step.document),
          },
        },
      ];
    default:
      return [];
  }
}

function managedPolicy({ name, path, description, document }: StepOf<'createPolicy'>) {
  return {
    ManagedPolicyName: name,
    Path: path,
    ...(description !== '' && { Description: description }),
    PolicyDocument: documentValue(document),
  };
}

function role(step: StepOf<'createRole'>, context: Context) {
  const { name, path, description, maxSessionDuration, permissionsBoundary, trustPolicy, tags } = step;
  const { steps } = context.plan;
  const inline = steps
    .filter((one) => one.kind === 'putRolePolicy')
    .filter(({ roleName }) => roleName === name);
  const attached = steps
    .filter((one) => one.kind === 'attachRolePolicy')
    .filter(({ roleName }) => roleName === name);
  return {
    RoleName: name,
    Path: path,
    ...(description !== '' && { Description: description }),
    MaxSessionDuration: maxSessionDuration,
    ...(permissionsBoundary && { PermissionsBoundary: arnValue(permissionsBoundary, context) }),
    AssumeRolePolicyDocument: documentValue(trustPolicy),
    ...(attached.length > 0 && {
      ManagedPolicyArns: attached.map(({ policy }) => arnValue(policy, context)),
    }),
    ...(inline.length > 0 && {
      Policies: inline.map(({ policyName, document }) => ({
        PolicyName: policyName,
        PolicyDocument: documentValue(document),
      })),
    }),
    ...tagsValue(tags),
  };
}

function instanceProfile({ name, path }: StepOf<'createInstanceProfile'>, { plan, idOf }: Context) {
  const roles = plan.steps
    .filter((step) => step.kind === 'addRoleToInstanceProfile')
    .filter(({ instanceProfileName }) => instanceProfileName === name)
    .map(({ roleName }): Json => {
      const id = idOf.get(`createRole ${roleName}`);
      return id === undefined ? roleName : { Ref: id };
    });
  return { InstanceProfileName: name, Path: path, Roles: roles };
}

function serviceLinkedRole({ service, description, suffix }: StepOf<'createServiceLinkedRole'>) {
  return {
    AWSServiceName: service,
    ...(suffix !== undefined && { CustomSuffix: suffix }),
    ...(description !== '' && { Description: description }),
  };
}

function tagsValue(tags: Tags) {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return list.length > 0 && { Tags: list };
}

/** ARNs of the plan's account and partition are those of whichever account the template is deployed to. */
function arnValue(reference: PolicyReference, { plan, idOf }: Context): Json {
  const created = 'created' in reference ? idOf.get(`createPolicy ${reference.created}`) : undefined;
  if (created !== undefined) return { Ref: created };
  const arn = policyArn(reference, plan);
  const { partition, account } = plan.target;
  const [, of, service, , owner, ...resource] = arn.split(':');
  if (of !== partition || service !== 'iam' || (owner !== account && owner !== 'aws')) return arn;
  const whose = owner === 'aws' ? 'aws' : '${AWS::AccountId}';
  return { 'Fn::Sub': `arn:\${AWS::Partition}:iam::${whose}:${resource.join(':').replaceAll('${', '${!')}` };
}
