import type { Step } from '../../roles/plan.ts';
import { stepPlan } from '../../roles/stepPlan.ts';
import { itemsOrNote } from '../createRole/itemsOrNote.ts';
import { nameComplaint } from '../createRole/roleName.ts';
import { askRole } from './askRole.ts';
import type { AskPlan, PlanSituation } from './planCommand.ts';

/** An instance profile with a role in it. */
export const createInstanceProfile: AskPlan = async (situation) => {
  const title = 'Create Instance Profile';
  const role = await askRole(situation, title);
  if (role === undefined) return undefined;
  const instanceProfileName = await situation.ui.input({
    title,
    prompt: 'Name of the instance profile',
    value: role.name,
    validate: (text) => nameComplaint(text, 'instance profile', 128),
  });
  if (instanceProfileName === undefined) return undefined;
  return stepPlan(
    [
      { kind: 'createInstanceProfile', name: instanceProfileName, path: '/', tags: {} },
      { kind: 'addRoleToInstanceProfile', instanceProfileName, roleName: role.name },
      { kind: 'waitUntilUsable', instanceProfileName, roleName: role.name },
    ],
    situation.target,
    [role.arn],
  );
};

/** A role into an instance profile that has none, or in place of the one it has. */
export const addRoleToInstanceProfile: AskPlan = async (situation) => {
  const title = 'Add Role to Instance Profile';
  const role = await askRole(situation, title);
  const profile = role && (await askInstanceProfile(situation, title));
  if (role === undefined || profile === undefined) return undefined;
  const { name: instanceProfileName, roleName: present } = profile;
  const add: Step = { kind: 'addRoleToInstanceProfile', instanceProfileName, roleName: role.name };
  const remove: Step | undefined =
    present === undefined || present === role.name
      ? undefined
      : { kind: 'removeRoleFromInstanceProfile', instanceProfileName, roleName: present };
  const steps: readonly [Step, ...Step[]] = remove === undefined ? [add] : [remove, add];
  return stepPlan(steps, situation.target, [role.arn, profile.arn]);
};

/** An instance profile for an EC2 instance, in place of the one it may have. */
export const associateInstanceProfile: AskPlan = async (situation) => {
  const title = 'Associate Instance Profile with EC2 Instance';
  const profile = await askInstanceProfile(situation, title);
  if (profile === undefined) return undefined;
  const { api, ui, target } = situation;
  const instances = itemsOrNote(
    api.describeInstances().then((all) => all.filter(({ state }) => state !== 'terminated')),
    `Instances in ${target.region}`,
    ({ id, name, state, instanceProfileArn }) => ({
      label: name ?? id,
      description: [name && id, state].filter(Boolean).join(', '),
      detail: presentProfile(instanceProfileArn, profile.arn),
      icon: 'vm',
      value: id,
    }),
  );
  const instanceId = await ui.pick(instances, { title, placeholder: 'The instance', matchAll: true });
  if (instanceId === undefined) return undefined;
  const step: Step = { kind: 'associateIamInstanceProfile', instanceProfileName: profile.name, instanceId };
  return stepPlan([step], target, [profile.arn, ...(await roleArnsOf(situation, profile.roleName))]);
};

function presentProfile(present: string | undefined, wanted: string): string {
  if (present === undefined) return 'has no instance profile';
  const name = present.replace(/^.*\//, '');
  return present === wanted ? `has ${name} already` : `its instance profile ${name} is replaced`;
}

async function askInstanceProfile({ api, ui }: PlanSituation, title: string) {
  const items = itemsOrNote(api.listInstanceProfiles(), 'Instance Profiles', (profile) => ({
    label: profile.name,
    description: profile.roleName === undefined ? 'without a role' : `with role ${profile.roleName}`,
    icon: 'vm',
    value: profile,
  }));
  return ui.pick(items, { title, placeholder: 'The instance profile' });
}

async function roleArnsOf({ api }: PlanSituation, roleName: string | undefined): Promise<readonly string[]> {
  const role = roleName === undefined ? undefined : await api.getRole(roleName);
  return role === undefined ? [] : [role.arn];
}
