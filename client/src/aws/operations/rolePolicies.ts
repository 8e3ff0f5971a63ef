import {
  AttachRolePolicyCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetRolePolicyCommand,
  type IAMClient,
  PutRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';
import type { AwsApi } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { allOf, policyDocument, required, unlessMissing } from './results.ts';

/** Inline policies of a role, and managed policies that are attached to it. */
export function rolePolicyOperations(iam: IAMClient, options: CallOptions) {
  return {
    async listRolePolicies(roleName) {
      const pages = paginateListRolePolicies({ client: iam }, { RoleName: roleName }, options);
      return allOf(pages, (page) => page.PolicyNames);
    },
    async getRolePolicy(roleName, policyName) {
      const command = new GetRolePolicyCommand({ RoleName: roleName, PolicyName: policyName });
      const answer = await unlessMissing(iam.send(command, options));
      return answer && policyDocument(answer.PolicyDocument);
    },
    async putRolePolicy(roleName, policyName, document) {
      const input = { RoleName: roleName, PolicyName: policyName, PolicyDocument: document };
      await iam.send(new PutRolePolicyCommand(input), options);
    },
    async deleteRolePolicy(roleName, policyName) {
      const input = { RoleName: roleName, PolicyName: policyName };
      await iam.send(new DeleteRolePolicyCommand(input), options);
    },
    async listAttachedRolePolicies(roleName) {
      const pages = paginateListAttachedRolePolicies({ client: iam }, { RoleName: roleName }, options);
      const policies = await allOf(pages, (page) => page.AttachedPolicies);
      return policies.map(({ PolicyName, PolicyArn }) => ({
        name: required(PolicyName, 'a policy’s name'),
        arn: required(PolicyArn, 'a policy’s ARN'),
      }));
    },
    async attachRolePolicy(roleName, policyArn) {
      const input = { RoleName: roleName, PolicyArn: policyArn };
      await iam.send(new AttachRolePolicyCommand(input), options);
    },
    async detachRolePolicy(roleName, policyArn) {
      const input = { RoleName: roleName, PolicyArn: policyArn };
      await iam.send(new DetachRolePolicyCommand(input), options);
    },
  } satisfies Partial<AwsApi>;
}
