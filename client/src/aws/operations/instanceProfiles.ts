import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  DeleteInstanceProfileCommand,
  GetInstanceProfileCommand,
  type IAMClient,
  paginateListInstanceProfiles,
  paginateListInstanceProfilesForRole,
  RemoveRoleFromInstanceProfileCommand,
  type InstanceProfile as SdkInstanceProfile,
} from '@aws-sdk/client-iam';
import type { AwsApi, InstanceProfile } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { allOf, required, tagList, tagsOf, unlessMissing } from './results.ts';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_InstanceProfile.html */
export function instanceProfileOperations(iam: IAMClient, options: CallOptions) {
  return {
    async getInstanceProfile(name) {
      const command = new GetInstanceProfileCommand({ InstanceProfileName: name });
      const answer = await unlessMissing(iam.send(command, options));
      return answer && instanceProfileOf(answer.InstanceProfile);
    },
    async listInstanceProfiles() {
      const pages = paginateListInstanceProfiles({ client: iam }, {}, options);
      return (await allOf(pages, (page) => page.InstanceProfiles)).map(instanceProfileOf);
    },
    async listInstanceProfilesForRole(roleName) {
      const pages = paginateListInstanceProfilesForRole({ client: iam }, { RoleName: roleName }, options);
      return (await allOf(pages, (page) => page.InstanceProfiles)).map(instanceProfileOf);
    },
    async createInstanceProfile(name, path, tags) {
      const input = { InstanceProfileName: name, Path: path, Tags: tagList(tags) };
      return instanceProfileOf(
        (await iam.send(new CreateInstanceProfileCommand(input), options)).InstanceProfile,
      );
    },
    async deleteInstanceProfile(name) {
      await iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName: name }), options);
    },
    async addRoleToInstanceProfile(instanceProfileName, roleName) {
      const input = { InstanceProfileName: instanceProfileName, RoleName: roleName };
      await iam.send(new AddRoleToInstanceProfileCommand(input), options);
    },
    async removeRoleFromInstanceProfile(instanceProfileName, roleName) {
      const input = { InstanceProfileName: instanceProfileName, RoleName: roleName };
      await iam.send(new RemoveRoleFromInstanceProfileCommand(input), options);
    },
  } satisfies Partial<AwsApi>;
}

function instanceProfileOf(profile: SdkInstanceProfile | undefined): InstanceProfile {
  const { InstanceProfileName, Path, Arn, InstanceProfileId, CreateDate, Roles, Tags } = required(
    profile,
    'the instance profile',
  );
  return {
    name: required(InstanceProfileName, 'the instance profile’s name'),
    path: Path ?? '/',
    arn: required(Arn, 'the instance profile’s ARN'),
    id: required(InstanceProfileId, 'the instance profile’s id'),
    created: required(CreateDate, 'the instance profile’s creation date'),
    roleName: Roles?.[0]?.RoleName,
    tags: tagsOf(Tags),
  };
}
