import { deleteRolePlan } from '../../roles/deleteRolePlan.ts';
import { describeStep } from '../../roles/describeStep.ts';
import { readRole } from '../../roles/liveRole.ts';
import { stepPlan } from '../../roles/stepPlan.ts';
import { askRole } from './askRole.ts';
import type { AskPlan } from './planCommand.ts';

/** A role that an AWS service makes use of by itself. */
export const createServiceLinkedRole: AskPlan = async ({ ui, roleCatalog, target }) => {
  const title = 'Create Service-Linked Role';
  const items = roleCatalog().then(({ serviceLinkedRoles }) =>
    serviceLinkedRoles.map(({ service, principal, roleName }) => ({
      label: service,
      description: principal,
      ...(roleName !== null && { detail: roleName }),
      icon: 'link',
      value: principal,
    })),
  );
  const service = await ui.pick(items, { title, placeholder: 'The service', matchAll: true });
  if (service === undefined) return undefined;
  const description = await ui.input({ title, prompt: 'Description; may be empty' });
  if (description === undefined) return undefined;
  return stepPlan([{ kind: 'createServiceLinkedRole', service, description, suffix: undefined }], target, []);
};

/** A role with all that hangs on it; its name has to be typed. */
export const deleteRole: AskPlan = async (situation) => {
  const title = 'Delete Role';
  const { api, ui, target } = situation;
  const role = await askRole(situation, title);
  const live = role && (await readRole(api, role.name));
  if (live === undefined) return undefined;
  const plan = deleteRolePlan(live, target);
  const goes = plan.steps.slice(0, -1).map(describeStep);
  const { name, lastUsed } = live.role;
  const used =
    lastUsed === undefined
      ? 'not used in the last 400 days'
      : `last used ${lastUsed.date.toISOString().slice(0, 10)}`;
  const typed = await ui.input({
    title,
    prompt: `Type ${name} to delete it (${used}). ${goes.length === 0 ? 'Nothing hangs on it.' : `Before that: ${goes.join('; ')}.`}`,
    validate: (text) => (text === name ? undefined : `Type the role’s name, ${name}, to go on.`),
  });
  return typed === name ? plan : undefined;
};
