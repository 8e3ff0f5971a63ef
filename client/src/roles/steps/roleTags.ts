import { roleArn } from '../arn.ts';
import type { Tags } from '../awsApi.ts';
import { patiently } from '../patience.ts';
import type { Step } from '../plan.ts';
import { type Difference, differing, equal, pending } from '../stepState.ts';
import { inspectOnRole } from './onRole.ts';
import type { StepRules } from './stepRules.ts';

/** Tags that are there with another value, or not at all. Other tags are nobody's concern. */
export function differingTags(live: Tags, wanted: Tags): readonly Difference[] {
  return Object.entries(wanted)
    .filter(([key, value]) => live[key] !== value)
    .map(([key, value]) => ({ what: `tag ${key}`, live: live[key] ?? '', wanted: value }));
}

const keysOf = (tags: Tags) => Object.keys(tags).join(', ');

export const tagRole: StepRules<'tagRole', Tags> = {
  describe: ({ roleName, tags }) => `Tag role ${roleName} with ${keysOf(tags)}`,

  permissions({ roleName }, plan) {
    const resource = roleArn(roleName, plan);
    return [
      { action: 'iam:GetRole', resource },
      { action: 'iam:TagRole', resource },
    ];
  },

  inspect(step, situation) {
    return inspectOnRole(situation, step.roleName, ({ tags }) => {
      const differences = differingTags(tags, step.tags);
      const changed = differences.some(({ live }) => live !== '');
      return changed || differences.length === 0 ? differing(differences, [step]) : pending;
    });
  },

  async remember({ roleName }, { api }) {
    return (await api.getRole(roleName))?.tags ?? {};
  },

  async apply({ roleName, tags }, run) {
    await patiently(run, [], () => run.api.tagRole(roleName, tags));
  },

  undo({ roleName, tags }, before) {
    const added = Object.keys(tags).filter((key) => !(key in before));
    const changed = Object.entries(before).filter(([key, value]) => key in tags && tags[key] !== value);
    const steps: readonly (Step | false)[] = [
      added.length > 0 && { kind: 'untagRole', roleName, tagKeys: added },
      changed.length > 0 && { kind: 'tagRole', roleName, tags: Object.fromEntries(changed) },
    ];
    return steps.filter((step) => step !== false);
  },
};

export const untagRole: StepRules<'untagRole', Tags> = {
  describe: ({ roleName, tagKeys }) => `Remove tags ${tagKeys.join(', ')} of role ${roleName}`,

  permissions({ roleName }, plan) {
    const resource = roleArn(roleName, plan);
    return [
      { action: 'iam:GetRole', resource },
      { action: 'iam:UntagRole', resource },
    ];
  },

  async inspect({ roleName, tagKeys }, situation) {
    if ((await situation.api.getRole(roleName)) === undefined) return equal;
    return inspectOnRole(situation, roleName, ({ tags }) =>
      tagKeys.some((key) => key in tags) ? pending : equal,
    );
  },

  async remember({ roleName, tagKeys }, { api }) {
    const tags = (await api.getRole(roleName))?.tags ?? {};
    return Object.fromEntries(Object.entries(tags).filter(([key]) => tagKeys.includes(key)));
  },

  async apply({ roleName, tagKeys }, run) {
    await patiently(run, [], () => run.api.untagRole(roleName, tagKeys));
  },

  undo({ roleName }, before) {
    return Object.keys(before).length > 0 ? [{ kind: 'tagRole', roleName, tags: before }] : [];
  },
};
