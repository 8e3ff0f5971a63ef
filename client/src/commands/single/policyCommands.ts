import type { PolicySummary, Role } from '../../roles/awsApi.ts';
import type { Step } from '../../roles/plan.ts';
import { formattedDocument } from '../../roles/sameDocument.ts';
import { stepPlan } from '../../roles/stepPlan.ts';
import { mostVersions } from '../../roles/steps/policyVersions.ts';
import type { PickItem } from '../../ui/ui.ts';
import { itemsOrNote } from '../createRole/itemsOrNote.ts';
import { policyItems } from '../createRole/policyItems.ts';
import { nameComplaint } from '../createRole/roleName.ts';
import { policyNameOf } from '../createRole/suggestedName.ts';
import { mayDeleteOldest } from '../mayDeleteOldest.ts';
import { askPolicy } from './askPolicy.ts';
import { askRole } from './askRole.ts';
import type { AskPlan, PlanSituation } from './planCommand.ts';

/** A customer managed policy from the open permission policy. */
export const createManagedPolicy: AskPlan = async (situation) => {
  const title = 'Create Managed Policy';
  const policy = await askPolicy(situation, 'permission', title);
  const name = policy && (await askName(situation, title, policyNameOf(policy.name)));
  if (policy === undefined || name === undefined) return undefined;
  const description = await situation.ui.input({ title, prompt: 'Description; it cannot be changed later' });
  if (description === undefined) return undefined;
  const step: Step = { kind: 'createPolicy', name, path: '/', description, document: policy.text, tags: {} };
  return stepPlan([step], situation.target, []);
};

/** The open permission policy as the new default version of a customer managed policy. */
export const updateManagedPolicy: AskPlan = async (situation) => {
  const title = 'Update Managed Policy';
  const policy = await askPolicy(situation, 'permission', title);
  if (policy === undefined) return undefined;
  const items = itemsOrNote(situation.api.listPolicies(), 'Customer Managed Policies', ownPolicyItem);
  const picked = await situation.ui.pick(items, { title, placeholder: 'The policy that gets a new version' });
  if (picked === undefined) return undefined;
  const versions = await situation.api.listPolicyVersions(picked.arn);
  const deleteOldest = versions.length >= mostVersions;
  if (deleteOldest && !(await mayDeleteOldest(situation.ui, picked.name))) return undefined;
  const step: Step = {
    kind: 'createPolicyVersion',
    policyArn: picked.arn,
    document: policy.text,
    deleteOldest,
  };
  return stepPlan([step], situation.target, []);
};

/** The open permission policy as an inline policy of a role. */
export const putInlinePolicy: AskPlan = async (situation) => {
  const title = 'Put as Inline Policy';
  const policy = await askPolicy(situation, 'permission', title);
  const role = policy && (await askRole(situation, title));
  if (policy === undefined || role === undefined) return undefined;
  const policyName = await askName(situation, title, policyNameOf(policy.name));
  if (policyName === undefined) return undefined;
  const step: Step = { kind: 'putRolePolicy', roleName: role.name, policyName, document: policy.text };
  return stepPlan([step], situation.target, [role.arn]);
};

/** The open trust policy in place of a role's. */
export const updateTrustPolicy: AskPlan = async (situation) => {
  const title = 'Update Trust Policy of Role';
  const policy = await askPolicy(situation, 'trust', title);
  const role = policy && (await askRole(situation, title));
  if (policy === undefined || role === undefined) return undefined;
  await situation.ui.diff({
    title: `${role.name}: live and new trust policy`,
    left: formattedDocument(role.trustPolicy),
    right: formattedDocument(policy.text),
    language: 'json',
  });
  const step: Step = { kind: 'updateAssumeRolePolicy', roleName: role.name, trustPolicy: policy.text };
  return stepPlan([step], situation.target, [role.arn]);
};

/** Managed policies, attached to a role. */
export const attachPolicies: AskPlan = async (situation) => {
  const title = 'Attach Policies to Role';
  const role = await askRole(situation, title);
  if (role === undefined) return undefined;
  const attached = new Set((await situation.api.listAttachedRolePolicies(role.name)).map(({ arn }) => arn));
  const items = policiesToAttach(situation, attached);
  const picked = await situation.ui.pickMany(items, {
    title,
    placeholder: `Policies for ${role.name}`,
    matchAll: true,
  });
  const steps = picked
    ?.flatMap((policy) => policy?.arn ?? [])
    .map((arn): Step => ({ kind: 'attachRolePolicy', roleName: role.name, policy: { arn } }));
  return planOf(situation, role, steps);
};

/** Policies taken off a role; inline ones are deleted with that. */
export const detachPolicies: AskPlan = async (situation) => {
  const title = 'Detach Policies from Role';
  const role = await askRole(situation, title);
  if (role === undefined) return undefined;
  const { api, ui } = situation;
  const [attached, inline] = await Promise.all([
    api.listAttachedRolePolicies(role.name),
    api.listRolePolicies(role.name),
  ]);
  if (attached.length + inline.length === 0)
    return void (await ui.inform(`The role ${role.name} has no policies.`));
  const roleName = role.name;
  const startedOn = policyOfArgument(situation.argument);
  const items: readonly PickItem<Step>[] = [
    ...attached.map(({ name, arn: policyArn }) => ({
      label: name,
      description: policyArn,
      group: 'Attached Policies',
      picked: policyArn === startedOn,
      value: { kind: 'detachRolePolicy', roleName, policyArn } as const,
    })),
    ...inline.map((policyName) => ({
      label: policyName,
      description: 'is deleted, as it is a part of the role',
      group: 'Inline Policies',
      picked: policyName === startedOn,
      value: { kind: 'deleteRolePolicy', roleName, policyName } as const,
    })),
  ];
  const picked = await ui.pickMany(items, { title, placeholder: `Policies to take off ${role.name}` });
  return planOf(situation, role, picked);
};

/** Of a row of the roles explorer: the ARN of the policy or, of an inline one, its name. */
function policyOfArgument(argument: unknown): unknown {
  const policy: unknown = Object(argument).policy;
  return Object(policy).policyArn ?? Object(policy).policyName;
}

async function policiesToAttach(
  situation: PlanSituation,
  attached: ReadonlySet<string>,
): ReturnType<typeof policyItems> {
  const { api, ui, target } = situation;
  const catalog = await situation.roleCatalog();
  const policies = () => api.listPolicies();
  const items = await policyItems({ api, ui, target, catalog, policies }, () => false);
  return items.filter(({ value }) => value === undefined || !attached.has(value.arn));
}

/** The plan of the checked rows; Enter on a row that is not checked would else end the command without a word. */
async function planOf({ ui, target }: PlanSituation, role: Role, steps: readonly Step[] | undefined) {
  const [first, ...others] = steps ?? [];
  if (first !== undefined) return stepPlan([first, ...others], target, [role.arn]);
  if (steps !== undefined)
    await ui.inform(
      'No policy was checked, so nothing was done. Check the boxes of those you mean, then press Enter.',
    );
  return undefined;
}

function ownPolicyItem(policy: PolicySummary): Omit<PickItem<PolicySummary>, 'group'> {
  const { name, path, description, attachmentCount } = policy;
  return {
    label: name,
    description: [path === '/' ? '' : path, `attached ${attachmentCount} times`].filter(Boolean).join('  '),
    ...(description !== '' && { detail: description }),
    icon: 'shield',
    value: policy,
  };
}

function askName({ ui }: PlanSituation, title: string, value: string): Promise<string | undefined> {
  return ui.input({
    title,
    prompt: 'Name of the policy',
    value,
    validate: (text) => nameComplaint(text, 'policy', 128),
  });
}
