import type { RolePlan, Step } from '../plan.ts';
import { block } from './hcl.ts';
import { isWaiting, leftOver } from './leftOver.ts';
import { identifiers } from './names.ts';
import { type Context, terraformResource } from './terraform.ts';
import { comment } from './visible.ts';

/** Terraform configuration in HCL. */
export function printTerraform(plan: RolePlan): string {
  const newLabel = labelsByType();
  const labels = new Map(
    plan.steps.flatMap((step) =>
      'name' in step ? [[`${step.kind} ${step.name}`, newLabel(step.kind, step.name)]] : [],
    ),
  );
  const context: Context = { plan, labels, newLabel };
  const made = plan.steps.map((step) => ({ step, resource: terraformResource(step, context) }));
  const left = made.filter(({ step, resource }) => !resource && !isWaiting(step) && !isWithin(step, labels));
  const blocks = made.flatMap(({ resource }) =>
    resource ? [block('resource', [resource.type, resource.label], resource.attributes)] : [],
  );
  const data = ['aws_caller_identity', 'aws_partition'].filter((type) =>
    blocks.some((text) => text.includes(`\${data.${type}.`)),
  );
  const lines = [
    plan.title,
    ...leftOver(
      'Terraform',
      left.map(({ step }) => step),
    ),
  ];
  const head = lines.map((line) => comment('#', line)).join('\n');
  const parts = [head, ...data.map((type) => block('data', [type, 'current'], {})), ...blocks];
  return `${parts.join('\n\n')}\n`;
}

/** Labels are of their own within a type of resource. */
function labelsByType(): (type: string, name: string) => string {
  const types = new Map<string, (name: string) => string>();
  return (type, name) => {
    const newLabel = types.get(type) ?? identifiers(label);
    types.set(type, newLabel);
    return newLabel(name);
  };
}

function isWithin(step: Step, labels: ReadonlyMap<string, string>): boolean {
  return (
    step.kind === 'addRoleToInstanceProfile' &&
    labels.has(`createInstanceProfile ${step.instanceProfileName}`)
  );
}

/** `orders-reader` as `orders_reader`; a label does not begin with a digit. */
function label(words: readonly string[]): string {
  const joined = words.join('_').toLowerCase();
  return /^[a-z]/.test(joined) ? joined : `_${joined}`;
}
