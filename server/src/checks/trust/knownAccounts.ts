import { parseArn } from '../../policy/arn.ts';
import type { PolicyDocument } from '../../policy/model.ts';
import { accountOf, parsePrincipal } from '../../policy/principalArn.ts';
import { literalOf } from '../../syntax/node.ts';
import type { CheckSettings } from '../check.ts';

/**
 * Accounts that are no outside accounts of a role: those of the settings, and the role's own where the document
 * tells it. It does so by the role's ARN beside the trust policy, as in the AWS CLI's answers, and by identity
 * providers that the policy trusts, which stand in the account of the role.
 */
export function knownAccounts(policy: PolicyDocument, settings: CheckSettings): ReadonlySet<string> {
  const known = new Set(settings.trustedAccounts);
  const holder = policy.node.parent;
  const beside = holder?.kind === 'object' ? holder.members : [];
  for (const { key, value } of beside) {
    const own = literalOf(key) === 'Arn' ? parseArn(literalOf(value) ?? '') : undefined;
    if (own?.service === 'iam') known.add(own.account);
  }
  for (const { principal } of policy.statements) {
    for (const { type, node } of principal?.entries ?? []) {
      const text = literalOf(node);
      if (type !== 'Federated' || text === undefined) continue;
      const account = accountOf(parsePrincipal(type, text));
      if (account !== undefined) known.add(account);
    }
  }
  return known;
}
