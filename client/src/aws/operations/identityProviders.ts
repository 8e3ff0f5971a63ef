import {
  type IAMClient,
  ListOpenIDConnectProvidersCommand,
  ListSAMLProvidersCommand,
} from '@aws-sdk/client-iam';
import type { AwsApi } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { required } from './results.ts';

/** Both lists come whole, without pages. */
export function identityProviderOperations(iam: IAMClient, options: CallOptions) {
  return {
    async listSamlProviders() {
      const answer = await iam.send(new ListSAMLProvidersCommand({}), options);
      return (answer.SAMLProviderList ?? []).map(({ Arn }) => required(Arn, 'a provider’s ARN'));
    },
    async listOpenIdConnectProviders() {
      const answer = await iam.send(new ListOpenIDConnectProvidersCommand({}), options);
      return (answer.OpenIDConnectProviderList ?? []).map(({ Arn }) => required(Arn, 'a provider’s ARN'));
    },
  } satisfies Partial<AwsApi>;
}
