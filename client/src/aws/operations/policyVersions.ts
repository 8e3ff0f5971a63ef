import {
  CreatePolicyVersionCommand,
  DeletePolicyVersionCommand,
  GetPolicyVersionCommand,
  type IAMClient,
  paginateListPolicyVersions,
  SetDefaultPolicyVersionCommand,
} from '@aws-sdk/client-iam';
import type { AwsApi } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { allOf, policyDocument, required, unlessMissing } from './results.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
export function policyVersionOperations(iam: IAMClient, options: CallOptions) {
  return {
    async listPolicyVersions(policyArn) {
      const pages = paginateListPolicyVersions({ client: iam }, { PolicyArn: policyArn }, options);
      const versions = await allOf(pages, (page) => page.Versions);
      return versions.map(({ VersionId, IsDefaultVersion, CreateDate }) => ({
        id: required(VersionId, 'a version’s id'),
        isDefault: IsDefaultVersion ?? false,
        created: required(CreateDate, 'a version’s date'),
      }));
    },
    async getPolicyVersion(policyArn, versionId) {
      const command = new GetPolicyVersionCommand({ PolicyArn: policyArn, VersionId: versionId });
      const answer = await unlessMissing(iam.send(command, options));
      return answer && policyDocument(answer.PolicyVersion?.Document);
    },
    async createPolicyVersion(policyArn, document, setAsDefault = true) {
      const input = { PolicyArn: policyArn, PolicyDocument: document, SetAsDefault: setAsDefault };
      const { PolicyVersion } = await iam.send(new CreatePolicyVersionCommand(input), options);
      return required(PolicyVersion?.VersionId, 'the version’s id');
    },
    async setDefaultPolicyVersion(policyArn, versionId) {
      const input = { PolicyArn: policyArn, VersionId: versionId };
      await iam.send(new SetDefaultPolicyVersionCommand(input), options);
    },
    async deletePolicyVersion(policyArn, versionId) {
      const input = { PolicyArn: policyArn, VersionId: versionId };
      await iam.send(new DeletePolicyVersionCommand(input), options);
    },
  } satisfies Partial<AwsApi>;
}
