import type { Tags } from '../awsApi.ts';
import {
  type PolicyReference,
  policyArn,
  type RolePlan,
  type Step,
  type StepKind,
  type StepOf,
} from '../plan.ts';
import type { Attributes, HclValue } from './hcl.ts';
import { documentValue, type Json } from './json.ts';

export interface TerraformResource {
  readonly type: string;
  readonly label: string;
  readonly attributes: Attributes;
}

/** What is known while resources are made. */
export interface Context {
  readonly plan: RolePlan;
  /** Labels of what the plan creates, by kind and name. */
  readonly labels: ReadonlyMap<string, string>;
  /** Of a resource of this type. */
  newLabel(type: string, name: string): string;
}

interface Rule<Kind extends StepKind> {
  resource(step: StepOf<Kind>, context: Context): TerraformResource;
}

/** Of steps that Terraform has a resource for. */
const rules: { readonly [Kind in StepKind]?: Rule<Kind> } = {
  createPolicy: {
    resource: ({ name, path, description, document, tags }, { labels }) => ({
      type: 'aws_iam_policy',
      label: labels.get(`createPolicy ${name}`) ?? '',
      attributes: {
        name: value(name),
        path: value(path),
        description: text(description),
        policy: { kind: 'document', value: documentValue(document) },
        tags: tagsValue(tags),
      },
    }),
  },
  createRole: {
    resource(step, context) {
      const { name, path, description, maxSessionDuration, permissionsBoundary, trustPolicy, tags } = step;
      return {
        type: 'aws_iam_role',
        label: context.labels.get(`createRole ${name}`) ?? '',
        attributes: {
          name: value(name),
          path: value(path),
          description: text(description),
          max_session_duration: value(maxSessionDuration),
          permissions_boundary: permissionsBoundary && arnValue(permissionsBoundary, context),
          assume_role_policy: { kind: 'document', value: documentValue(trustPolicy) },
          tags: tagsValue(tags),
        },
      };
    },
  },
  putRolePolicy: {
    resource: ({ roleName, policyName, document }, context) => ({
      type: 'aws_iam_role_policy',
      label: context.newLabel('aws_iam_role_policy', `${roleName} ${policyName}`),
      attributes: {
        name: value(policyName),
        role: roleValue(roleName, context),
        policy: { kind: 'document', value: documentValue(document) },
      },
    }),
  },
  attachRolePolicy: {
    resource: ({ roleName, policy }, context) => ({
      type: 'aws_iam_role_policy_attachment',
      label: context.newLabel(
        'aws_iam_role_policy_attachment',
        `${roleName} ${policyArn(policy, context.plan).split('/').at(-1)}`,
      ),
      attributes: { role: roleValue(roleName, context), policy_arn: arnValue(policy, context) },
    }),
  },
  createInstanceProfile: {
    resource({ name, path, tags }, context) {
      const adding = context.plan.steps
        .filter((step) => step.kind === 'addRoleToInstanceProfile')
        .find(({ instanceProfileName }) => instanceProfileName === name);
      return {
        type: 'aws_iam_instance_profile',
        label: context.labels.get(`createInstanceProfile ${name}`) ?? '',
        attributes: {
          name: value(name),
          path: value(path),
          role: adding && roleValue(adding.roleName, context),
          tags: tagsValue(tags),
        },
      };
    },
  },
  createServiceLinkedRole: {
    resource: ({ service, description, suffix }, { newLabel }) => ({
      type: 'aws_iam_service_linked_role',
      label: newLabel('aws_iam_service_linked_role', `${service} ${suffix ?? ''}`),
      attributes: {
        aws_service_name: value(service),
        custom_suffix: text(suffix),
        description: text(description),
      },
    }),
  },
};

function value(json: Json): HclValue {
  return { kind: 'value', value: json };
}

function text(content: string | undefined): HclValue | undefined {
  return content === undefined || content === '' ? undefined : value(content);
}

export function terraformResource(step: Step, context: Context): TerraformResource | undefined {
  const rule: Rule<StepKind> | undefined = rules[step.kind];
  return rule?.resource(step, context);
}

function roleValue(roleName: string, { labels }: Context): HclValue {
  const label = labels.get(`createRole ${roleName}`);
  return label === undefined
    ? value(roleName)
    : { kind: 'expression', expression: `aws_iam_role.${label}.name` };
}

function tagsValue(tags: Tags): HclValue | undefined {
  return Object.keys(tags).length > 0 ? value(tags) : undefined;
}

/** ARNs of the plan's account and partition are those of whichever account Terraform runs in. */
function arnValue(reference: PolicyReference, { plan, labels }: Context): HclValue {
  const label = 'created' in reference ? labels.get(`createPolicy ${reference.created}`) : undefined;
  if (label !== undefined) return { kind: 'expression', expression: `aws_iam_policy.${label}.arn` };
  const arn = policyArn(reference, plan);
  const { partition, account } = plan.target;
  const [, of, service, , owner, ...resource] = arn.split(':');
  if (of !== partition || service !== 'iam' || (owner !== account && owner !== 'aws')) return value(arn);
  const whose = owner === 'aws' ? 'aws' : { expression: 'data.aws_caller_identity.current.account_id' };
  const where = { expression: 'data.aws_partition.current.partition' };
  return { kind: 'template', parts: ['arn:', where, ':iam::', whose, `:${resource.join(':')}`] };
}
