import { instanceProfileArn, roleArn } from '../arn.ts';
import { propagationTime } from '../patience.ts';
import { equal, pending } from '../stepState.ts';
import { withoutProfile } from './instanceProfileRole.ts';
import { notSeen } from './notSeen.ts';
import { inspectOnRole } from './onRole.ts';
import type { StepRules } from './stepRules.ts';

/** Good answers in a row, as a bad one may come after a good one as long as not all of AWS knows. */
const goodReads = 3;
const pause = 2_000;
/** EC2 asks IAM from elsewhere, and seldom knows sooner. */
const firstPause = 5_000;

export const waitUntilUsable: StepRules<'waitUntilUsable'> = {
  describe: ({ instanceProfileName }) => `Wait until instance profile ${instanceProfileName} can be used`,

  permissions({ roleName, instanceProfileName }, plan) {
    return [
      { action: 'iam:GetRole', resource: roleArn(roleName, plan) },
      { action: 'iam:GetInstanceProfile', resource: instanceProfileArn(instanceProfileName, plan) },
    ];
  },

  /** Needless where the profile is old. When the role came into it cannot be seen. */
  inspect({ roleName, instanceProfileName }, situation) {
    return inspectOnRole(situation, roleName, async () => {
      const without = await withoutProfile(instanceProfileName, situation);
      if (without !== undefined) return without;
      const profile = await situation.api.getInstanceProfile(instanceProfileName);
      const age = situation.now.getTime() - (profile?.created.getTime() ?? 0);
      return profile?.roleName === roleName && age > propagationTime ? equal : pending;
    });
  },

  async remember() {},

  async apply({ roleName, instanceProfileName }, run) {
    run.tell(`Waiting for instance profile ${instanceProfileName} to be usable`);
    await run.wait(firstPause);
    let good = 0;
    for (let waited = 0; good < goodReads; waited += pause) {
      if (waited > propagationTime)
        throw notSeen(`Instance profile ${instanceProfileName}`, 'iam:GetInstanceProfile');
      const profile = await run.api.getInstanceProfile(instanceProfileName);
      const isGood = profile?.roleName === roleName && profile.arn.startsWith('arn:');
      good = isGood ? good + 1 : 0;
      if (good < goodReads) await run.wait(pause);
    }
  },

  undo: () => [],
};
