import type {
  CheckSummary,
  ChoosePolicyTypeParams,
  checksRequest,
  choosePolicyTypeRequest,
  ManagedPolicyParams,
  managedPolicyRequest,
  PoliciesParams,
  PolicyAtPosition,
  policiesRequest,
  ServerExperimental,
} from '../../server/src/protocol.ts';

/** What the client may ask the server, by method. */
export interface ServerRequests {
  readonly [policiesRequest]: { params: PoliciesParams; result: readonly PolicyAtPosition[] };
  readonly [choosePolicyTypeRequest]: { params: ChoosePolicyTypeParams; result: null };
  readonly [checksRequest]: { params: Record<string, never>; result: readonly CheckSummary[] };
  readonly [managedPolicyRequest]: { params: ManagedPolicyParams; result: string | null };
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
