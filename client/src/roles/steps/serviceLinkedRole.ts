import type { AwsApi } from '../awsApi.ts';
import { type AwsError, ownError } from '../awsError.ts';
import { patiently } from '../patience.ts';
import type { PlanTarget, StepOf } from '../plan.ts';
import { blocked, equal, pending } from '../stepState.ts';
import { isServiceLinked } from './onRole.ts';
import type { Run, StepRules } from './stepRules.ts';

const prefix = '/aws-service-role/';

function arnOfServiceLinkedRole(service: string, name: string, { partition, account }: PlanTarget): string {
  return `arn:${partition}:iam::${account}:role${prefix}${service}/${name}`;
}

/** The service chooses the name, so the role is found by its path. */
async function roleOf(
  { service, suffix }: Pick<StepOf<'createServiceLinkedRole'>, 'service' | 'suffix'>,
  api: AwsApi,
): Promise<string | undefined> {
  const names = (await api.listRoles(`${prefix}${service}/`)).map(({ name }) => name);
  if (suffix !== undefined) return names.find((name) => name.endsWith(`_${suffix}`));
  const partOfService = service.split('.').length > 3;
  return names.find((name) => !name.includes('_') || partOfService);
}

export const createServiceLinkedRole: StepRules<'createServiceLinkedRole', string | undefined> = {
  describe: ({ service, suffix }) =>
    `Create the service-linked role of ${service}${suffix === undefined ? '' : ` with the suffix ${suffix}`}`,

  permissions({ service }, { target }) {
    return [
      { action: 'iam:ListRoles', resource: '*' },
      {
        action: 'iam:CreateServiceLinkedRole',
        resource: arnOfServiceLinkedRole(service, '*', target),
        condition: { StringEquals: { 'iam:AWSServiceName': service } },
      },
    ];
  },

  async inspect(step, { api }) {
    const id = await roleOf(step, api);
    return id === undefined ? pending : { kind: 'equal', id };
  },

  async remember() {
    return undefined;
  },

  async apply({ service, description, suffix }, run) {
    const { name } = await patiently(run, [], () =>
      run.api.createServiceLinkedRole(service, description, suffix),
    );
    run.made(name);
  },

  undo: (_step, _before, made) =>
    made === undefined ? [] : [{ kind: 'deleteServiceLinkedRole', roleName: made }],
};

interface Linked {
  readonly service: string;
  readonly suffix: string | undefined;
  readonly description: string;
}

export const deleteServiceLinkedRole: StepRules<'deleteServiceLinkedRole', Linked | undefined> = {
  describe: ({ roleName }) => `Delete service-linked role ${roleName}`,

  permissions({ roleName }, { target, existing = [] }) {
    const known = existing.find((arn) => arn.endsWith(`/${roleName}`));
    const resource = known ?? arnOfServiceLinkedRole('*', roleName, target);
    const actions = ['iam:GetRole', 'iam:DeleteServiceLinkedRole', 'iam:GetServiceLinkedRoleDeletionStatus'];
    return actions.map((action) => ({ action, resource }));
  },

  async inspect({ roleName }, { api }) {
    const role = await api.getRole(roleName);
    if (role === undefined) return equal;
    if (isServiceLinked(role)) return pending;
    return blocked(`${roleName} is no service-linked role; delete it as other roles.`);
  },

  async remember({ roleName }, { api }) {
    const role = await api.getRole(roleName);
    if (role === undefined) return undefined;
    const service = role.path.slice(prefix.length, -1);
    const partOfService = service.split('.').length > 3;
    const suffix = partOfService ? undefined : role.name.split('_')[1];
    return { service, suffix, description: role.description };
  },

  async apply({ roleName }, run) {
    const taskId = await patiently(run, [], () => run.api.deleteServiceLinkedRole(roleName));
    run.made(taskId);
    await deletionEnded(roleName, taskId, run);
  },

  undo: (_step, before) => (before === undefined ? [] : [{ kind: 'createServiceLinkedRole', ...before }]),
};

/** AWS deletes in the background, after it has asked the service whether the role is still in use. */
async function deletionEnded(roleName: string, taskId: string, run: Run): Promise<void> {
  for (let pause = 1_000; ; pause = Math.min(pause * 1.5, 10_000)) {
    const { status, reason } = await run.api.getServiceLinkedRoleDeletionStatus(taskId);
    if (status === 'SUCCEEDED') return;
    if (status === 'FAILED') throw stillInUse(roleName, reason);
    run.tell(`Waiting for the service to let go of ${roleName}`);
    await run.wait(pause);
  }
}

function stillInUse(roleName: string, reason: string | undefined): AwsError {
  return ownError(
    'stillInUse',
    `AWS did not delete the service-linked role ${roleName}${reason === undefined ? '' : `: ${reason}`}; remove what still uses it in its service, then try again.`,
    'iam:DeleteServiceLinkedRole',
  );
}
