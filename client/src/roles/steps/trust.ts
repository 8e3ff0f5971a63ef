import { type Patience, propagationTime } from '../patience.ts';
import type { Permission } from '../permission.ts';
import type { PlanScope } from '../plan.ts';
import { creationOf, trustedPrincipals } from '../trustedPrincipals.ts';
import type { Run, Situation } from './stepRules.ts';

/** A sentence where the trust policy names a role or user of this account that is not there: AWS would refuse it. */
export async function missingPrincipal(
  trustPolicy: string,
  { api, plan }: Situation,
): Promise<string | undefined> {
  for (const principal of trustedPrincipals(trustPolicy, plan.target.account)) {
    if ((await creationOf(principal, api)) === undefined)
      return `The trust policy names ${principal.arn}, but there is no such ${principal.type}, and AWS refuses such a policy; correct the principal, or create the ${principal.type} first.`;
  }
  return undefined;
}

export function permissionsToReadPrincipals(
  trustPolicy: string,
  { target }: PlanScope,
): readonly Permission[] {
  return trustedPrincipals(trustPolicy, target.account).map(({ arn, type }) => ({
    action: type === 'role' ? 'iam:GetRole' : 'iam:GetUser',
    resource: arn,
  }));
}

/**
 * A principal that was just created is not known everywhere, and AWS says the same of one that does not exist. So the
 * wait is long only where the policy names a young role or user of this account; others cannot be looked at.
 */
export async function patienceWithPrincipals(trustPolicy: string, run: Run): Promise<readonly Patience[]> {
  const principals = trustedPrincipals(trustPolicy, run.plan.target.account);
  const created = await Promise.all(principals.map((principal) => creationOf(principal, run.api)));
  const young = created.some(
    (date) => date instanceof Date && run.now.getTime() - date.getTime() < propagationTime,
  );
  return [
    {
      codes: ['MalformedPolicyDocument'],
      message: /Invalid principal in policy/,
      milliseconds: young ? propagationTime : 15_000,
      what: 'the principals of the trust policy to be known everywhere',
    },
  ];
}
