import {
  CreatePolicyCommand,
  DeletePolicyCommand,
  GetPolicyCommand,
  type IAMClient,
  type Policy,
  paginateListEntitiesForPolicy,
  paginateListPolicies,
} from '@aws-sdk/client-iam';
import type { AwsApi, PolicySummary } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { allOf, required, tagList, unlessMissing } from './results.ts';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html */
export function managedPolicyOperations(iam: IAMClient, options: CallOptions) {
  return {
    async listPolicies() {
      const pages = paginateListPolicies({ client: iam }, { Scope: 'Local' }, options);
      return (await allOf(pages, (page) => page.Policies)).map(summaryOf);
    },
    async getPolicy(policyArn) {
      const command = new GetPolicyCommand({ PolicyArn: policyArn });
      const answer = await unlessMissing(iam.send(command, options));
      return answer && summaryOf(answer.Policy);
    },
    async createPolicy({ name, path, description, document, tags }) {
      const command = new CreatePolicyCommand({
        PolicyName: name,
        Path: path,
        Description: description,
        PolicyDocument: document,
        Tags: tagList(tags),
      });
      return { ...summaryOf((await iam.send(command, options)).Policy), description };
    },
    async deletePolicy(policyArn) {
      await iam.send(new DeletePolicyCommand({ PolicyArn: policyArn }), options);
    },
    async listEntitiesForPolicy(policyArn) {
      const input = { PolicyArn: policyArn, EntityFilter: 'Role' } as const;
      const pages = paginateListEntitiesForPolicy({ client: iam }, input, options);
      const roles = await allOf(pages, (page) => page.PolicyRoles);
      return [...new Set(roles.map(({ RoleName }) => required(RoleName, 'a role’s name')))];
    },
  } satisfies Partial<AwsApi>;
}

function summaryOf(policy: Policy | undefined): PolicySummary {
  const { PolicyName, Path, Arn, DefaultVersionId, AttachmentCount, Description, UpdateDate, CreateDate } =
    required(policy, 'the policy');
  return {
    name: required(PolicyName, 'the policy’s name'),
    path: Path ?? '/',
    arn: required(Arn, 'the policy’s ARN'),
    defaultVersionId: required(DefaultVersionId, 'the policy’s default version'),
    attachmentCount: AttachmentCount ?? 0,
    description: Description ?? '',
    updated: required(UpdateDate ?? CreateDate, 'the policy’s date'),
  };
}
