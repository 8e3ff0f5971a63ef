import { instanceProfileArn } from '../arn.ts';
import type { InstanceProfile } from '../awsApi.ts';
import { patiently, untilSeen } from '../patience.ts';
import { blocked, equal, pending } from '../stepState.ts';
import { nameTaken } from './nameTaken.ts';
import { notSeen } from './notSeen.ts';
import type { StepRules } from './stepRules.ts';

export const createInstanceProfile: StepRules<'createInstanceProfile'> = {
  describe: ({ name }) => `Create instance profile ${name}`,

  permissions({ name, tags }, plan) {
    const resource = instanceProfileArn(name, plan);
    return [
      { action: 'iam:GetInstanceProfile', resource },
      { action: 'iam:CreateInstanceProfile', resource },
      ...(Object.keys(tags).length > 0 ? [{ action: 'iam:TagInstanceProfile', resource }] : []),
    ];
  },

  /** Tags of a profile that is there are left as they are. */
  async inspect({ name, path }, { api }) {
    const profile = await api.getInstanceProfile(name);
    if (profile === undefined)
      return (await nameTaken('instance profile', name, () => api.listInstanceProfiles())) ?? pending;
    if (profile.path !== path)
      return blocked(
        `Instance profile ${name} exists with the path ${profile.path}, and a path cannot be changed; choose another name.`,
      );
    return equal;
  },

  async remember() {},

  async apply({ name, path, tags }, run) {
    const { id } = await patiently(run, [], () => run.api.createInstanceProfile(name, path, tags));
    run.made(id);
    const seen = await untilSeen(run, `instance profile ${name} to be seen`, async () => {
      const profile = await run.api.getInstanceProfile(name);
      return profile?.arn.startsWith('arn:') ? profile : undefined;
    });
    if (seen === undefined) throw notSeen(`Instance profile ${name}`, 'iam:GetInstanceProfile');
  },

  undo: ({ name }) => [{ kind: 'deleteInstanceProfile', instanceProfileName: name }],
};

export const deleteInstanceProfile: StepRules<'deleteInstanceProfile', InstanceProfile | undefined> = {
  describe: ({ instanceProfileName }) => `Delete instance profile ${instanceProfileName}`,

  permissions({ instanceProfileName }, plan) {
    const resource = instanceProfileArn(instanceProfileName, plan);
    return ['iam:GetInstanceProfile', 'iam:DeleteInstanceProfile'].map((action) => ({ action, resource }));
  },

  async inspect({ instanceProfileName }, { api }) {
    return (await api.getInstanceProfile(instanceProfileName)) === undefined ? equal : pending;
  },

  remember({ instanceProfileName }, { api }) {
    return api.getInstanceProfile(instanceProfileName);
  },

  async apply({ instanceProfileName }, run) {
    const conflict = {
      codes: ['DeleteConflict'],
      milliseconds: run.fresh ? 30_000 : 0,
      what: 'the role to be gone from the instance profile',
    };
    await patiently(run, [conflict], () => run.api.deleteInstanceProfile(instanceProfileName));
  },

  undo(_step, before) {
    if (before === undefined) return [];
    const { name, path, tags } = before;
    return [{ kind: 'createInstanceProfile', name, path, tags }];
  },
};
