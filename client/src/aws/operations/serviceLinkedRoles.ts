import {
  CreateServiceLinkedRoleCommand,
  DeleteServiceLinkedRoleCommand,
  GetServiceLinkedRoleDeletionStatusCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import type { AwsApi } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { required } from './results.ts';
import { roleOf } from './roles.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
export function serviceLinkedRoleOperations(iam: IAMClient, options: CallOptions) {
  return {
    async createServiceLinkedRole(service, description, suffix) {
      const command = new CreateServiceLinkedRoleCommand({
        AWSServiceName: service,
        // IAM refuses an empty one.
        Description: description === '' ? undefined : description,
        CustomSuffix: suffix,
      });
      return roleOf((await iam.send(command, options)).Role);
    },
    async deleteServiceLinkedRole(roleName) {
      const command = new DeleteServiceLinkedRoleCommand({ RoleName: roleName });
      return required((await iam.send(command, options)).DeletionTaskId, 'the deletion task');
    },
    async getServiceLinkedRoleDeletionStatus(taskId) {
      const command = new GetServiceLinkedRoleDeletionStatusCommand({ DeletionTaskId: taskId });
      const { Status, Reason } = await iam.send(command, options);
      return { status: required(Status, 'the status'), reason: Reason?.Reason };
    },
  } satisfies Partial<AwsApi>;
}
