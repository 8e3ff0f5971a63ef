import { instanceArn, nameOfArn } from '../arn.ts';
import type { AwsApi, InstanceProfileAssociation } from '../awsApi.ts';
import { type Patience, patiently, propagationTime } from '../patience.ts';
import type { Permission } from '../permission.ts';
import type { PlanScope, StepOf } from '../plan.ts';
import { blocked, differing, equal, pending, type StepState } from '../stepState.ts';
import { withoutProfile } from './instanceProfileRole.ts';
import { passRoleToEc2 } from './passRole.ts';
import type { Situation, StepRules } from './stepRules.ts';

async function associationOf(
  api: AwsApi,
  instanceId: string,
): Promise<InstanceProfileAssociation | undefined> {
  const all = await api.describeIamInstanceProfileAssociations(instanceId);
  return all.find(({ state }) => state === 'associated' || state === 'associating');
}

function reading(actions: readonly string[]): readonly Permission[] {
  return actions.map((action) => ({ action, resource: '*' }));
}

/** AWS passes the role that the profile holds. */
function passedRoles(instanceProfileName: string, plan: PlanScope): readonly Permission[] {
  const adding = plan.steps.filter(
    (step) => step.kind === 'addRoleToInstanceProfile' && step.instanceProfileName === instanceProfileName,
  );
  const names = adding.map((step) => (step.kind === 'addRoleToInstanceProfile' ? step.roleName : ''));
  return (names.length > 0 ? names : existingRoles(plan)).map((name) => passRoleToEc2(name, plan));
}

function existingRoles({ existing = [] }: PlanScope): readonly string[] {
  const roles = existing.filter((arn) => arn.split(':')[5]?.startsWith('role/'));
  return roles.length > 0 ? roles.map(nameOfArn) : ['*'];
}

const unknownProfile: readonly Patience[] = [
  {
    codes: ['InvalidParameterValue'],
    message: /Invalid IAM Instance Profile|has no associated IAM Roles/i,
    milliseconds: propagationTime,
    what: 'the instance profile to be known to Amazon EC2',
  },
];

type Associate = StepOf<'associateIamInstanceProfile'>;

export const associateIamInstanceProfile: StepRules<'associateIamInstanceProfile', string | undefined> = {
  describe: ({ instanceProfileName, instanceId }) =>
    `Associate instance profile ${instanceProfileName} with instance ${instanceId}`,

  permissions({ instanceProfileName, instanceId }, plan) {
    const resource = instanceArn(instanceId, plan);
    return [
      ...reading(['ec2:DescribeIamInstanceProfileAssociations', 'ec2:DescribeInstances']),
      { action: 'ec2:AssociateIamInstanceProfile', resource },
      { action: 'ec2:ReplaceIamInstanceProfileAssociation', resource },
      ...passedRoles(instanceProfileName, plan),
    ];
  },

  async inspect(step, situation) {
    const { api, plan } = situation;
    const instance = (await api.describeInstances()).find(({ id }) => id === step.instanceId);
    if (instance === undefined)
      return blocked(
        `There is no instance ${step.instanceId} in ${plan.target.region} of account ${plan.target.account}; check the id and the Region.`,
      );
    if (instance.state === 'terminated' || instance.state === 'shutting-down')
      return blocked(`Instance ${instance.id} is ${instance.state}; choose one that is running or stopped.`);
    const state = await stateOfAssociation(step, situation);
    if (state.kind === 'differs' && instance.state !== 'running')
      return blocked(
        `Instance ${instance.id} has another instance profile, which can be replaced only while it runs; start it first.`,
      );
    return state;
  },

  async remember({ instanceId }, { api }) {
    const association = await associationOf(api, instanceId);
    return association && nameOfArn(association.instanceProfileArn);
  },

  async apply({ instanceId, instanceProfileName }, run) {
    const { api } = run;
    const before = await associationOf(api, instanceId);
    await patiently(run, unknownProfile, () =>
      before === undefined
        ? api.associateIamInstanceProfile(instanceId, instanceProfileName)
        : api.replaceIamInstanceProfileAssociation(before.id, instanceProfileName),
    );
  },

  undo({ instanceId, instanceProfileName }, before) {
    return before === undefined
      ? [{ kind: 'disassociateIamInstanceProfile', instanceId, instanceProfileName }]
      : [{ kind: 'associateIamInstanceProfile', instanceId, instanceProfileName: before }];
  },
};

async function stateOfAssociation(step: Associate, situation: Situation): Promise<StepState> {
  const association = await associationOf(situation.api, step.instanceId);
  const without = await withoutProfile(step.instanceProfileName, situation);
  if (without?.kind === 'blocked') return without;
  if (association === undefined) return pending;
  const live = nameOfArn(association.instanceProfileArn);
  const wanted = step.instanceProfileName;
  if (live === wanted) return equal;
  return differing([{ what: `instance profile of ${step.instanceId}`, live, wanted }], [step]);
}

export const disassociateIamInstanceProfile: StepRules<'disassociateIamInstanceProfile'> = {
  describe: ({ instanceProfileName, instanceId }) =>
    `Take instance profile ${instanceProfileName} off instance ${instanceId}`,

  permissions({ instanceId }, plan) {
    return [
      ...reading(['ec2:DescribeIamInstanceProfileAssociations']),
      { action: 'ec2:DisassociateIamInstanceProfile', resource: instanceArn(instanceId, plan) },
    ];
  },

  async inspect({ instanceId, instanceProfileName }, { api }) {
    const association = await associationOf(api, instanceId);
    return association && nameOfArn(association.instanceProfileArn) === instanceProfileName ? pending : equal;
  },

  async remember() {},

  async apply({ instanceId }, run) {
    const association = await associationOf(run.api, instanceId);
    if (association === undefined) return;
    await patiently(run, [], () => run.api.disassociateIamInstanceProfile(association.id));
  },

  undo: ({ instanceId, instanceProfileName }) => [
    { kind: 'associateIamInstanceProfile', instanceId, instanceProfileName },
  ],
};
