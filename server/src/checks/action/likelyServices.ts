import { expandAction } from '../../access/expandAction.ts';
import type { Action, Catalog } from '../../catalog/catalog.ts';
import type { PolicyDocument } from '../../policy/model.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { literalOf } from '../../syntax/node.ts';

const mostServices = 3;

/**
 * Service principals that a role of this policy may be passed to, at most three: those of services whose actions it
 * allows, first of all the ones that need iam:PassRole; or else the ones that people pass roles to most.
 */
export function servicesPassedTo(policy: PolicyDocument, catalog: Catalog): readonly string[] {
  const actions = allowedActions(policy, catalog);
  const passing = actions.filter(({ dependentActions }) => dependentActions.includes('iam:PassRole'));
  const ranked = catalog.servicePrincipals
    .filter(({ kind, rank }) => kind === 'service-role' && rank !== undefined)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  const of = (some: readonly Action[]) =>
    ranked.filter((service) => some.some(({ prefix }) => prefix === service.prefix));
  const [found = []] = [of(passing), of(actions), ranked].filter((list) => list.length > 0);
  return found.slice(0, mostServices).map(({ principal }) => principal);
}

/** Services with a role of their own in most accounts. Source: IAM User Guide, AWS services that work with IAM. */
const usual = ['ecs.amazonaws.com', 'elasticloadbalancing.amazonaws.com', 'autoscaling.amazonaws.com'];

/** Names for iam:AWSServiceName, at most three: of services whose actions the policy allows, or else usual ones. */
export function servicesLinked(policy: PolicyDocument, catalog: Catalog): readonly string[] {
  const prefixes = new Set(allowedActions(policy, catalog).map(({ prefix }) => prefix));
  const own = catalog.serviceLinkedRoles
    .filter(({ awsServiceName }) => prefixes.has(awsServiceName.split('.')[0] ?? ''))
    .map(({ awsServiceName }) => awsServiceName);
  return (own.length > 0 ? [...new Set(own)] : usual).slice(0, mostServices);
}

/** Actions that Allow statements name or match by patterns within a service. */
function allowedActions({ statements }: PolicyDocument, catalog: Catalog): readonly Action[] {
  return statements.flatMap(({ effect, action }) => {
    if (effect?.allows !== 'Allow' || action?.name !== 'Action') return [];
    const texts = action.entries.map((node) => literalOf(node) ?? '');
    return texts
      .filter((text) => !hasWildcard(text.split(':')[0] ?? ''))
      .flatMap((text) => expandAction(catalog, text));
  });
}
