import type { Action, Catalog } from '../../catalog/catalog.ts';
import { arnParts } from '../../policy/arn.ts';
import type { Statement } from '../../policy/model.ts';
import { patternsOverlap } from '../../policy/wildcard.ts';
import { literalOf } from '../../syntax/node.ts';
import type { JsonValue } from '../../syntax/treeEdit.ts';
import type { CheckContext } from '../check.ts';
import { namedArns, partitionOf } from '../resource/actionArns.ts';
import { type ArnPattern, fittingPatterns, wholeArn } from '../resource/arnPatterns.ts';
import { actionsOf } from '../resource/nameToArn.ts';
import { ownerRules } from '../resource/ownerRules.ts';
import { includesAction } from '../trust/includesAction.ts';

/** What a person starts from: the action that reads the first resource of the statement, or assumes the role. */
export function likelyAction(statement: Statement, { catalog, policy }: CheckContext): string | undefined {
  if (policy.kind.type === 'trust') return trustAction(statement);
  if (statement.resource?.name !== 'Resource') return undefined;
  const [first] = statement.resource.entries;
  const arn = wholeArn(arnParts(literalOf(first) ?? ''));
  const service = arn && catalog.service(arn.service.text);
  if (arn === undefined || service === undefined) return undefined;
  const fitting = fittingPatterns(catalog, arn);
  // Not those of which the ARN is only a part, such as a table's index.
  const whole = fitting.filter(({ resource }) => patternsOverlap(resource, arn.resource.text.toLowerCase()));
  const patterns = (whole.length > 0 ? whole : fitting).toSorted((a, b) => literals(b) - literals(a));
  const types = new Set(patterns.slice(0, 1).map(({ resourceType }) => resourceType));
  const reading = [...service.actions.values()].filter(
    ({ accessLevel, resourceTypes }) =>
      (accessLevel === 'Read' || accessLevel === 'List') && resourceTypes.some(({ name }) => types.has(name)),
  );
  const names = [...types].flatMap((type) => [`get${type}`, `describe${type}`, `list${type}`]);
  const best = reading.toSorted((one, other) => rank(one, names) - rank(other, names))[0];
  return best && `${best.prefix}:${best.name}`;
}

/** How much of the resource the documentation spells out. */
function literals({ resource }: ArnPattern): number {
  return resource.replaceAll('*', '').length;
}

/** Actions named after the resource type first, then those with short names. */
function rank({ name }: Action, names: readonly string[]): number {
  const named = names.indexOf(name.toLowerCase().replace(/s$/, ''));
  return named < 0 ? names.length + name.length : named;
}

function trustAction({ principal }: Statement): string | undefined {
  const types = new Set((principal?.entries ?? []).map(({ type }) => type));
  return types.has('Federated') || types.has('CanonicalUser') ? undefined : 'sts:AssumeRole';
}

/**
 * The resources of all of a statement's actions, with names to be filled in; `"*"` where they take none, and in policies that
 * set bounds. Undefined where the actions do not tell.
 */
export function likelyResource(statement: Statement, context: CheckContext): JsonValue | undefined {
  const { catalog, policy } = context;
  const { type, owner } = policy.kind;
  if (type === 'scp' || type === 'rcp' || type === 'boundary') return '*';
  const actions = actionsOf(statement, catalog);
  if (actions.length === 0) return undefined;
  const allowed = owner && ownerRules[owner].resourceTypes;
  const done = allowed === undefined ? actions : actions.map((action) => limitedTo(allowed, action));
  const arns = namedArns(done, catalog, partitionOf(context));
  return arns.length > 1 ? arns : (arns[0] ?? '*');
}

function limitedTo(types: readonly string[], action: Action): Action {
  return { ...action, resourceTypes: action.resourceTypes.filter(({ name }) => types.includes(name)) };
}

/** Who a person starts from, best first: a service that assumes the role, or an account of one's own. */
export function likelyPrincipals(statement: Statement, context: CheckContext): readonly JsonValue[] {
  const { policy, settings, catalog } = context;
  if (policy.kind.type === 'rcp') return ['*'];
  const partition = partitionOf(context);
  const roots = settings.trustedAccounts.map((account) => ({ AWS: `arn:${partition}:iam::${account}:root` }));
  if (policy.kind.type !== 'trust') {
    const account = accountNamed(statement) ?? exampleAccount;
    return roots.length > 0 ? roots : [{ AWS: `arn:${partition}:iam::${account}:root` }];
  }
  if (includesAction(statement, 'sts:assumerole') !== 'yes') return [];
  return [{ Service: firstService(catalog) }, ...roots];
}

/** As in AWS's documentation. */
const exampleAccount = '111122223333';

function accountNamed({ resource }: Statement): string | undefined {
  const accounts = (resource?.entries ?? []).map((node) => arnParts(literalOf(node) ?? '')[4]?.text ?? '');
  return accounts.find((account) => /^\d{12}$/.test(account));
}

function firstService({ servicePrincipals }: Catalog): string {
  return servicePrincipals.find(({ rank: place }) => place === 1)?.principal ?? 'ec2.amazonaws.com';
}
