import type { FakeInstanceProfile, FakePolicy, FakeRole } from '../state.ts';
import type { Data } from '../wire/data.ts';
import type { ApiRequest, World } from '../world.ts';
import { encodeDocument } from './documents.ts';
import { policyArn } from './find.ts';

export function tagList(tags: Readonly<Record<string, string>>): readonly Data[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** A role as lists have it: without boundary, tags and last use. */
export function listedRole(role: FakeRole) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: role.created,
    AssumeRolePolicyDocument: encodeDocument(role.trustPolicy),
    Description: role.description === '' ? undefined : role.description,
    MaxSessionDuration: role.maxSessionDuration,
  };
}

export function singleRole(role: FakeRole) {
  const { boundary, lastUsed } = role;
  return {
    ...listedRole(role),
    PermissionsBoundary: boundary && {
      PermissionsBoundaryType: 'Policy',
      PermissionsBoundaryArn: boundary,
    },
    Tags: tagList(role.tags),
    RoleLastUsed: lastUsed === undefined ? {} : { LastUsedDate: lastUsed.date, Region: lastUsed.region },
  };
}

/** Names of the roles that have a policy attached, and of those that have it as their boundary. */
export function rolesWith(policy: FakePolicy, { account, partition }: ApiRequest, { state }: World) {
  const arn = policyArn(policy, partition);
  const own = state.roles.filter((role) => role.account === account);
  return {
    attached: own.filter(({ attachedPolicies }) => attachedPolicies.includes(arn)),
    bounded: own.filter(({ boundary }) => boundary === arn),
  };
}

/** A managed policy as lists have it: without description and tags. */
export function listedPolicy(policy: FakePolicy, request: ApiRequest, world: World) {
  const { attached, bounded } = rolesWith(policy, request, world);
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policyArn(policy, request.partition),
    Path: policy.path,
    DefaultVersionId: policy.defaultVersionId,
    AttachmentCount: attached.length,
    PermissionsBoundaryUsageCount: bounded.length,
    IsAttachable: true,
    CreateDate: policy.created,
    UpdateDate: policy.updated,
  };
}

export function singlePolicy(policy: FakePolicy, request: ApiRequest, world: World) {
  return {
    ...listedPolicy(policy, request, world),
    Description: policy.description === '' ? undefined : policy.description,
    Tags: tagList(policy.tags),
  };
}

export function listedInstanceProfile(profile: FakeInstanceProfile, { state }: World) {
  const roles = state.roles.filter(
    ({ account, name }) => account === profile.account && profile.roles.includes(name),
  );
  return {
    Path: profile.path,
    InstanceProfileName: profile.name,
    InstanceProfileId: profile.id,
    Arn: profile.arn,
    CreateDate: profile.created,
    Roles: roles.map(listedRole),
  };
}

export function singleInstanceProfile(profile: FakeInstanceProfile, world: World) {
  return { ...listedInstanceProfile(profile, world), Tags: tagList(profile.tags) };
}
