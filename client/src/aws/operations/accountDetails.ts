import { GetAccountAuthorizationDetailsCommand, type IAMClient } from '@aws-sdk/client-iam';
import type { AwsApi } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { policyDocument, required } from './results.ts';
import { roleOf } from './roles.ts';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html */
export function accountDetailsOperations(iam: IAMClient, options: CallOptions) {
  return {
    async getAccountAuthorizationDetails(marker) {
      const command = new GetAccountAuthorizationDetailsCommand({ Filter: ['Role'], Marker: marker });
      const { RoleDetailList = [], Marker } = await iam.send(command, options);
      const items = RoleDetailList.map(({ RolePolicyList = [], ...detail }) => ({
        role: roleOf(detail),
        inlinePolicies: RolePolicyList.map(({ PolicyName, PolicyDocument }) => ({
          name: required(PolicyName, 'a policy’s name'),
          document: policyDocument(PolicyDocument),
        })),
      }));
      return { items, next: Marker };
    },
  } satisfies Partial<AwsApi>;
}
