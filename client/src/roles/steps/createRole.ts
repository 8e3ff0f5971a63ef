import { roleArn } from '../arn.ts';
import type { Role } from '../awsApi.ts';
import { patiently, untilSeen } from '../patience.ts';
import { type PlanScope, policyArn, type Step, type StepOf } from '../plan.ts';
import { sameDocument } from '../sameDocument.ts';
import { blocked, type Difference, differing, pending } from '../stepState.ts';
import { nameTaken } from './nameTaken.ts';
import { notSeen } from './notSeen.ts';
import { isServiceLinked } from './onRole.ts';
import { differingTags } from './roleTags.ts';
import type { StepRules } from './stepRules.ts';
import { missingPrincipal, patienceWithPrincipals, permissionsToReadPrincipals } from './trust.ts';

type CreateRole = StepOf<'createRole'>;

export const createRole: StepRules<'createRole'> = {
  describe: ({ name }) => `Create role ${name}`,

  permissions(step, plan) {
    const resource = roleArn(step.name, plan);
    const boundary = step.permissionsBoundary;
    return [
      { action: 'iam:GetRole', resource },
      {
        action: 'iam:CreateRole',
        resource,
        ...(boundary && {
          condition: { StringEquals: { 'iam:PermissionsBoundary': policyArn(boundary, plan) } },
        }),
      },
      ...(Object.keys(step.tags).length > 0 ? [{ action: 'iam:TagRole', resource }] : []),
      ...permissionsToReadPrincipals(step.trustPolicy, plan),
    ];
  },

  async inspect(step, situation) {
    const { api, plan } = situation;
    const missing = await missingPrincipal(step.trustPolicy, situation);
    if (missing !== undefined) return blocked(missing);
    const role = await api.getRole(step.name);
    if (role === undefined) return (await nameTaken('role', step.name, () => api.listRoles())) ?? pending;
    if (isServiceLinked(role))
      return blocked(
        `${step.name} is the name of a service-linked role, which cannot be changed; choose another name.`,
      );
    if (role.name !== step.name)
      return blocked(
        `There is a role ${role.name}, and IAM takes names that differ in case only as the same; choose another name.`,
      );
    if (role.path !== step.path)
      return blocked(
        `Role ${step.name} exists with the path ${role.path}, and a path cannot be changed; use that path, or choose another name.`,
      );
    return differing(differences(step, role, plan), changes(step, role, plan));
  },

  async remember() {},

  async apply(step, run) {
    const { trustPolicy } = step;
    const boundary = step.permissionsBoundary && policyArn(step.permissionsBoundary, run.plan);
    const patience = await patienceWithPrincipals(trustPolicy, run);
    const { id } = await patiently(run, patience, () =>
      run.api.createRole({ ...newRole(step), permissionsBoundary: boundary }),
    );
    run.made(id);
    await roleSeen(step.name, run);
  },

  undo: ({ name }) => [{ kind: 'deleteRole', roleName: name }],
};

function newRole({ name, path, trustPolicy, description, maxSessionDuration, tags }: CreateRole) {
  return { name, path, trustPolicy, description, maxSessionDuration, tags };
}

/** At first a new role may not be found, or have its unique id in place of its ARN. */
async function roleSeen(name: string, run: Parameters<StepRules<'createRole'>['apply']>[1]): Promise<void> {
  const seen = await untilSeen(run, `role ${name} to be seen`, async () => {
    const role = await run.api.getRole(name);
    return role?.arn.startsWith('arn:') ? role : undefined;
  });
  if (seen === undefined) throw notSeen(`Role ${name}`, 'iam:GetRole');
}

function boundaryOf(step: CreateRole, plan: PlanScope): string | undefined {
  return step.permissionsBoundary && policyArn(step.permissionsBoundary, plan);
}

function differences(step: CreateRole, role: Role, plan: PlanScope): readonly Difference[] {
  const wanted = boundaryOf(step, plan);
  const all: readonly (Difference | false)[] = [
    !sameDocument(role.trustPolicy, step.trustPolicy) && {
      what: 'trust policy',
      live: role.trustPolicy,
      wanted: step.trustPolicy,
    },
    role.description !== step.description && {
      what: 'description',
      live: role.description,
      wanted: step.description,
    },
    role.maxSessionDuration !== step.maxSessionDuration && {
      what: 'maximum session duration',
      live: `${role.maxSessionDuration} seconds`,
      wanted: `${step.maxSessionDuration} seconds`,
    },
    role.permissionsBoundary !== wanted && {
      what: 'permissions boundary',
      live: role.permissionsBoundary ?? '',
      wanted: wanted ?? '',
    },
    ...differingTags(role.tags, step.tags),
  ];
  return all.filter((one) => one !== false);
}

/** What makes the role that is there the one that is wanted. */
function changes(step: CreateRole, role: Role, plan: PlanScope): readonly Step[] {
  const roleName = step.name;
  const { trustPolicy, description, maxSessionDuration, tags } = step;
  const wanted = boundaryOf(step, plan);
  const all: readonly (Step | false)[] = [
    !sameDocument(role.trustPolicy, trustPolicy) && { kind: 'updateAssumeRolePolicy', roleName, trustPolicy },
    (role.description !== description || role.maxSessionDuration !== maxSessionDuration) && {
      kind: 'updateRole',
      roleName,
      description,
      maxSessionDuration,
    },
    role.permissionsBoundary !== wanted &&
      (wanted === undefined
        ? { kind: 'deleteRolePermissionsBoundary', roleName }
        : { kind: 'putRolePermissionsBoundary', roleName, policy: { arn: wanted } }),
    differingTags(role.tags, tags).length > 0 && { kind: 'tagRole', roleName, tags },
  ];
  return all.filter((one) => one !== false);
}
