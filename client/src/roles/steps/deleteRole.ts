import { roleArn } from '../arn.ts';
import type { AwsApi, Role } from '../awsApi.ts';
import { AwsError, hasCode, isDenied } from '../awsError.ts';
import { patiently, propagationTime } from '../patience.ts';
import { equal, pending } from '../stepState.ts';
import { inspectOnRole } from './onRole.ts';
import type { Run, StepRules } from './stepRules.ts';

export const deleteRole: StepRules<'deleteRole', Role | undefined> = {
  describe: ({ roleName }) => `Delete role ${roleName}`,

  permissions({ roleName }, plan) {
    const resource = roleArn(roleName, plan);
    return ['iam:GetRole', 'iam:DeleteRole'].map((action) => ({ action, resource }));
  },

  async inspect({ roleName }, situation) {
    if ((await situation.api.getRole(roleName)) === undefined) return equal;
    return inspectOnRole(situation, roleName, () => pending);
  },

  async remember({ roleName }, { api }) {
    return api.getRole(roleName);
  },

  async apply({ roleName }, run) {
    const conflict = {
      codes: ['DeleteConflict'],
      milliseconds: propagationTime,
      what: 'what was taken off the role to be gone everywhere',
    };
    await patiently(run, [conflict], () => deleting(roleName, run));
  },

  undo(_step, before) {
    if (before === undefined) return [];
    const { name, path, trustPolicy, description, maxSessionDuration, permissionsBoundary, tags } = before;
    const boundary = permissionsBoundary === undefined ? undefined : { arn: permissionsBoundary };
    return [
      {
        kind: 'createRole',
        name,
        path,
        trustPolicy,
        description,
        maxSessionDuration,
        permissionsBoundary: boundary,
        tags,
      },
    ];
  },
};

/** A conflict with what still hangs on the role will not go away; one with what is gone already will. */
async function deleting(roleName: string, { api }: Run): Promise<void> {
  try {
    await api.deleteRole(roleName);
  } catch (error) {
    if (!hasCode(error, 'DeleteConflict')) throw error;
    const hanging = await hangingOn(roleName, api);
    if (hanging.length === 0) throw error;
    throw new AwsError(
      `Role ${roleName} cannot be deleted while it has ${hanging.join(', ')}; remove these first.`,
      { ...error.details, code: 'stillInUse' },
    );
  }
}

async function hangingOn(roleName: string, api: AwsApi): Promise<readonly string[]> {
  try {
    const [inline, attached, profiles] = await Promise.all([
      api.listRolePolicies(roleName),
      api.listAttachedRolePolicies(roleName),
      api.listInstanceProfilesForRole(roleName),
    ]);
    return [
      ...inline.map((name) => `the inline policy ${name}`),
      ...attached.map(({ name }) => `the attached policy ${name}`),
      ...profiles.map(({ name }) => `the instance profile ${name}`),
    ];
  } catch (error) {
    if (isDenied(error)) return [];
    throw error;
  }
}
