import { arnParts } from '../arn.ts';
import type { RequestContext } from '../conditions.ts';
import { applies, evaluate, listed, type Statement, statementsOf } from '../policyEvaluation.ts';
import type { FakeCaller } from '../state.ts';

/** What a trust policy says of a caller; `account`: allowed if the caller's own policies allow it too. */
type Trust = 'explicitDeny' | 'direct' | 'account' | undefined;

export type AssumeDecision = 'allowed' | 'trustDenies' | 'trustLacks' | 'identityDenies' | 'identityLacks';

/** Whether a caller may do an action of STS to a role: by its trust policy, and by the caller's own policies. */
export function decideAssume(
  role: { readonly arn: string; readonly account: string; readonly trustPolicy: string },
  caller: FakeCaller,
  action: string,
  context: RequestContext,
): AssumeDecision {
  const trust = trustOf(role.trustPolicy, (principal) => principalMatch(principal, caller), action, context);
  if (trust === 'explicitDeny') return 'trustDenies';
  const own = evaluate(caller.policies ?? [everything], action, role.arn, context).decision;
  if (own === 'explicitDeny') return 'identityDenies';
  if (trust === undefined) return 'trustLacks';
  const sameAccount = arnParts(caller.arn).account === role.account;
  return own === 'allowed' || (sameAccount && trust === 'direct') ? 'allowed' : 'identityLacks';
}

const everything = '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';

/** Whether a trust policy lets an identity of this provider (an ARN, or a host such as `accounts.google.com`) in. */
export function trustsProvider(
  trustPolicy: string,
  provider: string,
  action: string,
  context: RequestContext,
): boolean {
  const isProvider = (principal: Statement['Principal']) =>
    typeof principal === 'object' && listed(principal['Federated']).includes(provider) ? 'direct' : undefined;
  return trustOf(trustPolicy, isProvider, action, context) === 'direct';
}

function trustOf(
  trustPolicy: string,
  match: (principal: Statement['Principal']) => 'direct' | 'account' | undefined,
  action: string,
  context: RequestContext,
): Trust {
  const applying = statementsOf(trustPolicy)
    .filter((statement) => applies(statement, action, '', context))
    .map(({ Effect, Principal }) => ({ Effect, matched: match(Principal) }))
    .filter(({ matched }) => matched !== undefined);
  if (applying.some(({ Effect }) => Effect === 'Deny')) return 'explicitDeny';
  const matches = applying.map(({ matched }) => matched);
  return matches.includes('direct') ? 'direct' : matches[0];
}

function principalMatch(
  principal: Statement['Principal'],
  caller: FakeCaller,
): 'direct' | 'account' | undefined {
  if (principal === undefined) return undefined;
  const byType = typeof principal === 'string' ? { AWS: principal } : principal;
  const matches = listed(byType['AWS']).map((value) => awsPrincipalMatch(value, caller));
  return matches.includes('direct') ? 'direct' : matches.find((match) => match !== undefined);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function awsPrincipalMatch(value: string, caller: FakeCaller): 'direct' | 'account' | undefined {
  const { account, partition } = arnParts(caller.arn);
  const [uniqueId] = caller.userId.split(':');
  if (value === '*' || value === caller.arn || value === caller.roleArn || value === uniqueId)
    return 'direct';
  return value === account || value === `arn:${partition}:iam::${account}:root` ? 'account' : undefined;
}
