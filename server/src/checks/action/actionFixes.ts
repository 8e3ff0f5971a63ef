import { expandAction } from '../../access/expandAction.ts';
import { nearestActions } from '../../catalog/nearestActions.ts';
import { nearestServices } from '../../catalog/nearestServices.ts';
import { type ActionName, parseActionName } from '../../policy/actionName.ts';
import { arnParts } from '../../policy/arn.ts';
import type { Statement } from '../../policy/model.ts';
import { hasWildcard, matchesPattern } from '../../policy/wildcard.ts';
import { literalOf } from '../../syntax/node.ts';
import type { CheckContext, CheckedElements, Fix } from '../check.ts';
import { changeAction } from '../entryFixes.ts';
import { isSupported, ruleFor } from './supportedActions.ts';

type CheckedAction = CheckedElements['action'];

const mostActions = 3;
/** Beyond this many services a wildcard was not meant to be written out. */
const mostServices = 10;

/** Fixes for an action that does not exist, or whose service does not. */
export function changeToNearest(action: CheckedAction, context: CheckContext): Fix[] {
  const { text, node } = action;
  const { catalog } = context;
  const listed = listedActions(text, context);
  if (listed.length > 1) return [changeAction(node, listed, catalog, 'Write each action by itself')];
  const name = parseActionName(text);
  const meant = catalog.meantAction(text);
  if (meant?.mode === 'all' && meant.actions.length > 1) return [changeAction(node, meant.actions, catalog)];
  const near = name === undefined ? withService(action, context) : nearest(name, context);
  return withinResources(near, action.statement)
    .filter((one) => isSupported(catalog, ruleFor(context.policy.kind), one))
    .slice(0, mostActions)
    .map((one) => changeAction(node, [one], catalog));
}

/** Several actions in one string, such as `s3:GetObject, s3:PutObject`. */
function listedActions(text: string, { catalog }: CheckContext): readonly string[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  return parts.every((part) => part.includes(':') && expandAction(catalog, part).length > 0) ? parts : [];
}

function nearest({ prefix, name }: ActionName, { catalog }: CheckContext): readonly string[] {
  if (!hasWildcard(name)) {
    const near = nearestActions(catalog, prefix, name);
    const exact = near.filter((action) => action.name.toLowerCase() === name.toLowerCase());
    return (exact.length > 0 ? exact : near).map((action) => `${action.prefix}:${action.name}`);
  }
  if (catalog.service(prefix) !== undefined) return [];
  return nearestServices(catalog, prefix)
    .map((near) => `${near}:${name}`)
    .filter((text) => expandAction(catalog, text).length > 0);
}

/** An action with a dot in the place of its colon, or an action of a service that the statement's ARNs name. */
function withService({ text, statement }: CheckedAction, { catalog }: CheckContext): readonly string[] {
  const dot = text.indexOf('.');
  const texts =
    dot > 0
      ? [`${text.slice(0, dot)}:${text.slice(dot + 1)}`]
      : resourceServices(statement).map((service) => `${service}:${text}`);
  return texts.filter((one) => expandAction(catalog, one).length > 0);
}

/** Those that can be done to a resource of the statement, if any can. */
function withinResources(actions: readonly string[], statement: Statement): readonly string[] {
  const services = resourceServices(statement);
  const within = actions.filter((action) => services.includes(parseActionName(action)?.prefix ?? ''));
  return within.length > 0 && statement.resource?.name === 'Resource' ? within : actions;
}

/** The services that the ARNs of a statement name; none where one may be of any. */
function resourceServices({ resource }: Statement): readonly string[] {
  const services = (resource?.entries ?? []).map((node) => arnParts(literalOf(node) ?? '')[2]?.text ?? '');
  return services.some((service) => service === '' || hasWildcard(service)) ? [] : [...new Set(services)];
}

/** A fix for an action with a wildcard in its service: an action of each service it stands for, if they are few. */
export function writeOutServices(
  { text, node, statement }: Pick<CheckedAction, 'text' | 'node' | 'statement'>,
  { catalog }: CheckContext,
  services: Iterable<string> = catalog.services.map(({ prefix }) => prefix),
): Fix[] {
  const { prefix, name } = parseActionName(text) ?? { prefix: '*', name: '*' };
  const actions = [...services]
    .filter((service) => matchesPattern(service, prefix.toLowerCase()))
    .map((service) => `${service}:${name}`)
    .filter((action) => expandAction(catalog, action).length > 0);
  const usable = withinResources(actions, statement);
  const few = usable.length > 0 && usable.length <= mostServices;
  return few ? [changeAction(node, usable, catalog, 'Write the services out')] : [];
}
