import { expandAction } from '../../access/expandAction.ts';
import type { Action, Catalog } from '../../catalog/catalog.ts';
import { parseActionName } from '../../policy/actionName.ts';
import type { PolicyKind } from '../../policy/policyType.ts';
import { hasWildcard } from '../../policy/wildcard.ts';
import { type OwnerRule, ownerRules } from '../resource/ownerRules.ts';

/** Source: AWS STS in the service authorization reference; the actions that it lists for the type `role`. */
export const trustRule: OwnerRule = {
  title: 'a role',
  service: 'sts',
  resourceTypes: ['role'],
  actionsByResourceType: true,
};

/** What actions the policy of a resource may hold; undefined where it may hold any. */
export function ruleFor({ type, owner }: PolicyKind): OwnerRule | undefined {
  if (type === 'trust') return trustRule;
  return owner && ownerRules[owner];
}

/**
 * Whether an action or pattern is of those that a rule lets stand. True also for what is not known: INVALID_ACTION and
 * INVALID_SERVICE_IN_ACTION speak of that.
 */
export function isSupported(catalog: Catalog, rule: OwnerRule | undefined, text: string): boolean {
  const prefix = parseActionName(text)?.prefix.toLowerCase();
  if (rule === undefined || prefix === undefined || hasWildcard(prefix)) return true;
  const actions = expandAction(catalog, text);
  if (actions.length === 0) return true;
  if (prefix !== rule.service) return false;
  return !rule.actionsByResourceType || actions.some((action) => isDoneTo(rule, action));
}

function isDoneTo(rule: OwnerRule, action: Action): boolean {
  return action.added || action.resourceTypes.some(({ name }) => rule.resourceTypes.includes(name));
}
