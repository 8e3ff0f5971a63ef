import { describePolicyRequest, type PolicyType } from '../../../../server/src/protocol.ts';
import type { AwsApi, Role } from '../../roles/awsApi.ts';
import { type ReviewedRole, type RoleFinding, topicOf } from '../../roles/review/accountReview.ts';
import type { Gaps } from '../../roles/review/gaps.ts';
import { policyTitle } from '../../roles/review/proposal.ts';
import {
  managedPolicyReader,
  type RolePolicy,
  readAttachedPolicies,
  readInlinePolicies,
} from '../../roles/review/rolePolicies.ts';
import type { SessionParts } from '../session/sessionParts.ts';

type Parts = Pick<SessionParts, 'openPolicies' | 'ask'>;

/** Reads roles of one account one after another; policies that several have are asked for and checked once. */
export function roleReader(
  parts: Parts,
  account: string,
  api: () => AwsApi,
  gaps: Gaps,
): (role: Role) => Promise<ReviewedRole | undefined> {
  const readManaged = managedPolicyReader(api, gaps);
  const findingsOf = policyChecker(parts, account);
  return async (listed) => {
    const unread = Symbol();
    const read = await gaps.orElse<Role | undefined | typeof unread>(unread, () =>
      api().getRole(listed.name),
    );
    // Deleted since the list was made.
    if (read === undefined) return undefined;
    const role = typeof read === 'symbol' ? listed : read;
    const inline = await readInlinePolicies(api(), role.name, gaps);
    const attached = await gaps.orElse([], () => api().listAttachedRolePolicies(role.name));
    const policies = [...inline, ...(await readAttachedPolicies(attached, readManaged))];
    const trust = await parts.ask(describePolicyRequest, { text: role.trustPolicy, type: 'trust' });
    const findings = [
      ...(await findingsOf(role.trustPolicy, 'trust')).map((one) => ({
        policy: 'trust policy',
        kind: 'trust' as const,
        ...one,
      })),
      ...(await Promise.all(policies.map((policy) => findingsIn(policy, findingsOf)))).flat(),
    ];
    return {
      name: role.name,
      arn: role.arn,
      created: role.created,
      description: role.description,
      lastUsed: typeof read === 'symbol' ? 'unread' : (role.lastUsed?.date ?? 'never'),
      outsideAccounts: (trust?.outsideAccounts ?? []).filter((one) => one !== account),
      findings,
    };
  };
}

type CheckedFinding = Pick<RoleFinding, 'code' | 'severity' | 'message'>;
type Checker = (text: string, type: PolicyType) => Promise<readonly CheckedFinding[]>;

function policyChecker({ openPolicies }: Parts, account: string): Checker {
  const known = new Map<string, Promise<readonly CheckedFinding[]>>();
  return (text, type) => {
    const key = `${type} ${text}`;
    const checking =
      known.get(key) ??
      openPolicies
        .check(text, type, account)
        .then((all) => all.map(({ code, severity, message }) => ({ code, severity, message })));
    known.set(key, checking);
    return checking;
  };
}

/** AWS's own policies are not the user's to mend: of them, only how much they grant is told. */
async function findingsIn(policy: RolePolicy, check: Checker): Promise<readonly RoleFinding[]> {
  const findings = await check(policy.document, 'identity');
  const told =
    policy.kind === 'AWS managed' ? findings.filter((one) => topicOf(one) === 'wildcard') : findings;
  return told.map((one) => ({ policy: policyTitle(policy), kind: policy.kind, ...one }));
}
