import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  GetRoleCommand,
  type IAMClient,
  ListRolesCommand,
  PutRolePermissionsBoundaryCommand,
  paginateListRoles,
  type Role as SdkRole,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import type { AwsApi, Role } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { allOf, policyDocument, required, tagList, tagsOf, unlessMissing } from './results.ts';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html */
export function roleOperations(iam: IAMClient, options: CallOptions) {
  return {
    async getRole(roleName) {
      const answer = await unlessMissing(iam.send(new GetRoleCommand({ RoleName: roleName }), options));
      return answer && roleOf(answer.Role);
    },
    async listRoles(pathPrefix) {
      const input = pathPrefix === undefined ? {} : { PathPrefix: pathPrefix };
      const roles = await allOf(paginateListRoles({ client: iam }, input, options), (page) => page.Roles);
      return roles.map(roleOf);
    },
    async listRolesPage(marker) {
      const { Roles = [], Marker } = await iam.send(new ListRolesCommand({ Marker: marker }), options);
      return { items: Roles.map(roleOf), next: Marker };
    },
    async createRole(role) {
      const { name, path, trustPolicy, description, maxSessionDuration, permissionsBoundary, tags } = role;
      const command = new CreateRoleCommand({
        RoleName: name,
        Path: path,
        AssumeRolePolicyDocument: trustPolicy,
        Description: description,
        MaxSessionDuration: maxSessionDuration,
        PermissionsBoundary: permissionsBoundary,
        Tags: tagList(tags),
      });
      return roleOf((await iam.send(command, options)).Role);
    },
    async updateRole(roleName, { description, maxSessionDuration }) {
      const input = { RoleName: roleName, Description: description, MaxSessionDuration: maxSessionDuration };
      await iam.send(new UpdateRoleCommand(input), options);
    },
    async updateAssumeRolePolicy(roleName, trustPolicy) {
      const input = { RoleName: roleName, PolicyDocument: trustPolicy };
      await iam.send(new UpdateAssumeRolePolicyCommand(input), options);
    },
    async putRolePermissionsBoundary(roleName, policyArn) {
      const input = { RoleName: roleName, PermissionsBoundary: policyArn };
      await iam.send(new PutRolePermissionsBoundaryCommand(input), options);
    },
    async deleteRolePermissionsBoundary(roleName) {
      await iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName: roleName }), options);
    },
    async tagRole(roleName, tags) {
      await iam.send(new TagRoleCommand({ RoleName: roleName, Tags: tagList(tags) }), options);
    },
    async untagRole(roleName, tagKeys) {
      await iam.send(new UntagRoleCommand({ RoleName: roleName, TagKeys: [...tagKeys] }), options);
    },
    async deleteRole(roleName) {
      await iam.send(new DeleteRoleCommand({ RoleName: roleName }), options);
    },
  } satisfies Partial<AwsApi>;
}

/** A role as IAM describes it; throws an `AwsError` where it lacks what every role has. */
export function roleOf(role: Partial<SdkRole> | undefined): Role {
  const { RoleName, Path, Arn, RoleId, CreateDate, AssumeRolePolicyDocument } = required(role, 'the role');
  const { Description, MaxSessionDuration, PermissionsBoundary, Tags, RoleLastUsed } = role ?? {};
  return {
    name: required(RoleName, 'the role’s name'),
    path: Path ?? '/',
    arn: required(Arn, 'the role’s ARN'),
    id: required(RoleId, 'the role’s id'),
    created: required(CreateDate, 'the role’s creation date'),
    trustPolicy: policyDocument(AssumeRolePolicyDocument),
    description: Description ?? '',
    maxSessionDuration: MaxSessionDuration ?? 3600,
    permissionsBoundary: PermissionsBoundary?.PermissionsBoundaryArn,
    tags: tagsOf(Tags),
    lastUsed: RoleLastUsed?.LastUsedDate && {
      date: RoleLastUsed.LastUsedDate,
      region: RoleLastUsed.Region,
    },
  };
}
