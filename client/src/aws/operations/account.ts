import {
  type EvaluationResult,
  GetAccountSummaryCommand,
  GetUserCommand,
  type IAMClient,
  paginateListMFADevices,
  paginateSimulatePrincipalPolicy,
  type ContextEntry as SdkContextEntry,
} from '@aws-sdk/client-iam';
import type { AwsApi, ContextEntry, SimulatedDecision } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { allOf, required, unlessMissing } from './results.ts';

/** Quotas, users, and what a principal may do. */
export function accountOperations(iam: IAMClient, options: CallOptions) {
  return {
    async getAccountSummary() {
      return (await iam.send(new GetAccountSummaryCommand({}), options)).SummaryMap ?? {};
    },
    async getUser(userName) {
      const answer = await unlessMissing(iam.send(new GetUserCommand({ UserName: userName }), options));
      return (
        answer && {
          arn: required(answer.User?.Arn, 'the user’s ARN'),
          created: required(answer.User?.CreateDate, 'the user’s creation date'),
        }
      );
    },
    async listMfaDevices() {
      const devices = await allOf(
        paginateListMFADevices({ client: iam }, {}, options),
        (page) => page.MFADevices,
      );
      return devices.map(({ SerialNumber }) => required(SerialNumber, 'a device’s serial number'));
    },
    async simulatePrincipalPolicy(principalArn, actions, resources, context = []) {
      const input = {
        PolicySourceArn: principalArn,
        ActionNames: [...actions],
        ResourceArns: [...resources],
        // An empty list would be sent as an empty entry.
        ...(context.length > 0 && { ContextEntries: context.map(sdkContextEntry) }),
      };
      const pages = paginateSimulatePrincipalPolicy({ client: iam }, input, options);
      return (await allOf(pages, (page) => page.EvaluationResults)).flatMap(decisionsOf);
    },
  } satisfies Partial<AwsApi>;
}

function sdkContextEntry({ key, type, values }: ContextEntry): SdkContextEntry {
  return { ContextKeyName: key, ContextKeyType: type, ContextKeyValues: [...values] };
}

/** One for each resource where AWS tells them apart. */
function decisionsOf(result: EvaluationResult): readonly SimulatedDecision[] {
  const ofAction = {
    action: required(result.EvalActionName, 'the action'),
    allowedByOrganizations: result.OrganizationsDecisionDetail?.AllowedByOrganizations,
  };
  const specific = (result.ResourceSpecificResults ?? []).map((one) => ({
    ...ofAction,
    resource: required(one.EvalResourceName, 'the resource'),
    decision: required(one.EvalResourceDecision, 'the decision'),
    ...circumstancesOf(one),
  }));
  if (specific.length > 0) return specific;
  const resource = result.EvalResourceName ?? '*';
  const decision = required(result.EvalDecision, 'the decision');
  return [{ ...ofAction, resource, decision, ...circumstancesOf(result) }];
}

function circumstancesOf(
  result: Pick<
    EvaluationResult,
    'MissingContextValues' | 'MatchedStatements' | 'PermissionsBoundaryDecisionDetail'
  >,
): Pick<SimulatedDecision, 'missingContextKeys' | 'matchedPolicies' | 'allowedByBoundary'> {
  const { MissingContextValues = [], MatchedStatements = [], PermissionsBoundaryDecisionDetail } = result;
  return {
    missingContextKeys: MissingContextValues,
    matchedPolicies: [...new Set(MatchedStatements.flatMap(({ SourcePolicyId }) => SourcePolicyId ?? []))],
    allowedByBoundary: PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary,
  };
}
