import { expandAction } from '../../access/expandAction.ts';
import { guardsByDeny, narrowsAllow } from '../../access/narrowsReach.ts';
import { reachesEvery, reachesSome } from '../../access/reachesEvery.ts';
import { watchedActions } from '../../access/watchedActions.ts';
import type { Action, Catalog } from '../../catalog/catalog.ts';
import { rememberWithin } from '../../catalog/remember.ts';
import { parseActionName } from '../../policy/actionName.ts';
import type { PolicyDocument, Statement } from '../../policy/model.ts';
import { literalOf, type Node } from '../../syntax/node.ts';

/** That a statement allows an action of which a risk check asks. */
export interface Grant {
  /** `prefix:Name`. */
  readonly action: string;
  readonly statement: Statement;
  /** The entry that says so, or the value of `NotAction`. */
  readonly node: Node;
}

export interface RiskyGrants {
  readonly byAction: ReadonlyMap<string, readonly Grant[]>;
  readonly byStatement: ReadonlyMap<Statement, readonly Grant[]>;
}

export const passRole = 'iam:PassRole';

/** What a policy allows of escalation paths and sensitive actions, without what it denies on every resource. */
export function riskyGrants(policy: PolicyDocument, catalog: Catalog): RiskyGrants {
  return collected(catalog, policy);
}

const collected = rememberWithin((policy: PolicyDocument) => policy, collect);

function collect(catalog: Catalog, { statements }: PolicyDocument): RiskyGrants {
  const denied = new Set<string>();
  for (const statement of statements) {
    if (statement.effect?.allows !== 'Deny' || !guardsByDeny(statement.condition)) continue;
    for (const action of watchedActions(statement, 'risky', catalog).keys())
      if (onEveryResource(statement, action, catalog)) denied.add(action);
  }
  const byAction = new Map<string, Grant[]>();
  const byStatement = new Map<Statement, readonly Grant[]>();
  for (const statement of statements) {
    if (statement.effect?.allows !== 'Allow') continue;
    const actions = watchedActions(statement, 'risky', catalog);
    if (actions.size === 0 || leavesOutIam(statement, actions)) continue;
    const grants: Grant[] = [];
    for (const [action, node] of actions) {
      if (denied.has(action)) continue;
      const grant = { action, statement, node };
      grants.push(grant);
      const others = byAction.get(action);
      if (others === undefined) byAction.set(action, [grant]);
      else others.push(grant);
    }
    if (grants.length > 0) byStatement.set(statement, grants);
  }
  return { byAction, byStatement };
}

/** As PowerUserAccess does: its author has thought of what changes permissions. */
function leavesOutIam({ action: element }: Statement, actions: ReadonlyMap<string, Node>): boolean {
  return element?.name === 'NotAction' && ![...actions.keys()].some((action) => action.startsWith('iam:'));
}

/** Whether an action is allowed on all that it can be used on; a condition on the key `apart` is left out of account. */
export function isUnlimited({ action, statement }: Grant, catalog: Catalog, apart?: string): boolean {
  return !narrowsAllow(statement.condition, apart) && onEveryResource(statement, action, catalog);
}

/** Whether what the statement names can be a resource of the action at all. */
export function isUsable({ action, statement }: Grant, catalog: Catalog): boolean {
  const found = actionOf(action, catalog);
  return found !== undefined && reachesSome(statement, found, catalog);
}

function onEveryResource(statement: Statement, action: string, catalog: Catalog): boolean {
  const found = actionOf(action, catalog);
  return found !== undefined && reachesEvery(statement, found, catalog);
}

/** The action of a grant; undefined where AWS documents none. */
export function actionOf(action: string, catalog: Catalog): Action | undefined {
  const [only] = expandAction(catalog, action);
  return only;
}

/** Whether it says so by `NotAction` or by all actions of services, which RISK_WILDCARD_ACTION speaks of. */
export function isSweeping({ node, statement }: Grant): boolean {
  const text = literalOf(node) ?? '';
  return statement.action?.name === 'NotAction' || /^\*+$/.test(parseActionName(text)?.name ?? text);
}

/** The entries that say so, each once, in the order of the text. */
export function entriesOf(grants: readonly Grant[]): readonly Node[] {
  return [...new Set(grants.map(({ node }) => node))].sort((one, other) => one.start - other.start);
}

/** `a, b and c`; of more than `most` the first ones and how many there are beside. */
export function listed(words: readonly string[], most: number): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
