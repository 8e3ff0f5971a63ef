import type {
  AccessDescription,
  AllowedActionsParams,
  AllowedService,
  AssumptionAnswer,
  allowedActionsRequest,
  CheckPolicyParams,
  CheckSummary,
  ChoosePolicyTypeParams,
  checkPolicyRequest,
  checksRequest,
  choosePolicyTypeRequest,
  DescribeAccessParams,
  DescribePolicyParams,
  describeAccessRequest,
  describePolicyRequest,
  JudgeAssumptionParams,
  judgeAssumptionRequest,
  LineRange,
  ManagedPolicyParams,
  managedPolicyRequest,
  PoliciesParams,
  PolicyAtPosition,
  PolicyDescription,
  PolicyFinding,
  PolicyInDocument,
  PolicyPlacesParams,
  policiesRequest,
  policyDocumentsRequest,
  policyPlacesRequest,
  RoleCatalog,
  roleCatalogRequest,
  ServerExperimental,
  TightenedPolicy,
  TightenPolicyParams,
  tightenPolicyRequest,
} from '../../server/src/protocol.ts';

/** What the client may ask the server, by method. */
export interface ServerRequests {
  readonly [policiesRequest]: { params: PoliciesParams; result: readonly PolicyAtPosition[] };
  readonly [choosePolicyTypeRequest]: { params: ChoosePolicyTypeParams; result: null };
  readonly [describePolicyRequest]: { params: DescribePolicyParams; result: PolicyDescription | null };
  readonly [describeAccessRequest]: { params: DescribeAccessParams; result: AccessDescription };
  readonly [judgeAssumptionRequest]: { params: JudgeAssumptionParams; result: AssumptionAnswer | null };
  readonly [checksRequest]: { params: Record<string, never>; result: readonly CheckSummary[] };
  readonly [managedPolicyRequest]: { params: ManagedPolicyParams; result: string | null };
  readonly [policyDocumentsRequest]: { params: PoliciesParams; result: readonly PolicyInDocument[] };
  readonly [checkPolicyRequest]: { params: CheckPolicyParams; result: readonly PolicyFinding[] };
  readonly [allowedActionsRequest]: { params: AllowedActionsParams; result: readonly AllowedService[] };
  readonly [tightenPolicyRequest]: { params: TightenPolicyParams; result: TightenedPolicy | null };
  readonly [policyPlacesRequest]: { params: PolicyPlacesParams; result: readonly LineRange[] };
  readonly [roleCatalogRequest]: { params: object; result: RoleCatalog };
}

/** Asks the server; the answer is undefined while no server runs. */
export type Ask = <M extends keyof ServerRequests>(
  method: M,
  params: ServerRequests[M]['params'],
) => Promise<ServerRequests[M]['result'] | undefined>;

export type ServerState =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly server: ServerExperimental }
  | { readonly kind: 'failed'; readonly reason: string };
