import { expandAction } from '../../access/expandAction.ts';
import type { Delegation } from '../../access/watchLists.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Statement } from '../../policy/model.ts';
import { matchesPattern } from '../../policy/wildcard.ts';
import { literalOf } from '../../syntax/node.ts';
import type { JsonValue, TreeEdit } from '../../syntax/treeEdit.ts';
import type { Fix } from '../check.ts';
import { addCondition, dropIfExists } from '../commonFixes.ts';
import { isNamed } from '../conditionFixes.ts';
import { addListed, fixWith } from '../listFixes.ts';
import { type StatementJson, splitStatement, statementJson } from '../splitStatement.ts';

/** An action that is to be allowed for certain services only, and the condition key that names them. */
export interface ServiceLimit {
  readonly action: Delegation;
  readonly key: string;
}

/** Beyond this many actions a pattern was not meant to be written out. */
const mostActions = 20;

/**
 * Fixes that allow an action for one of `services` only, by a condition. Where the statement allows other actions as
 * well, the action gets a statement of its own, as the condition would stop the others.
 */
export function limitToService(
  statement: Statement,
  limit: ServiceLimit,
  services: readonly string[],
  catalog: Catalog,
): Fix[] {
  const stricter = dropIfExists(statement, limit.key);
  if (stricter.length > 0 || tests(statement, limit.key)) return stricter;
  const rest = otherActions(statement, limit, catalog);
  if (rest === undefined) return [];
  return services.flatMap((service) => {
    const edits =
      rest.length === 0
        ? addCondition(statement, 'StringEquals', limit.key, service)
        : moveOut(statement, rest, limit, service);
    const apart = rest.length === 0 ? '' : `Move ${limit.action} to its own statement and `;
    const title = `${apart === '' ? 'Add' : `${apart}add`} a condition on ${limit.key} for ${service}`;
    return fixWith(title, edits);
  });
}

/** A fix that names an action in `NotAction`, so that the statement no longer allows it. */
export function excludeAction({ action: element }: Statement, { action }: ServiceLimit): Fix[] {
  if (element?.name !== 'NotAction') return [];
  return fixWith(`Add ${action} to NotAction`, addListed(element.value, [action]));
}

function tests({ condition }: Statement, key: string): boolean {
  return (condition?.operators ?? []).some(({ conditions }) =>
    conditions.some((entry) => isNamed(entry.key, key)),
  );
}

/** What stays in the statement's `Action`; undefined where that is not known or too much, and for `NotAction`. */
function otherActions(
  { action: element }: Statement,
  { action }: ServiceLimit,
  catalog: Catalog,
): readonly string[] | undefined {
  if (element?.name !== 'Action') return undefined;
  const texts = element.entries.flatMap((node) => literalOf(node) ?? []);
  if (texts.length < element.entries.length) return undefined;
  const lower = action.toLowerCase();
  const rest = texts.flatMap((text) => {
    if (!matchesPattern(lower, text.toLowerCase())) return [text];
    const names = expandAction(catalog, text).map(({ prefix, name }) => `${prefix}:${name}`);
    return names.filter((name) => name !== action);
  });
  return rest.length <= texts.length + mostActions ? rest : undefined;
}

function moveOut(
  statement: Statement,
  rest: readonly string[],
  { action, key }: ServiceLimit,
  service: string,
): TreeEdit[] {
  const json = statementJson(statement);
  const name = literalOf(statement.action?.key);
  if (json === undefined || name === undefined) return [];
  const { Sid: _, [name]: __, Condition: condition, ...others } = json;
  const limited: Record<string, JsonValue> = {};
  for (const [other, value] of Object.entries(others)) {
    if (other.endsWith('Resource')) limited['Action'] = action;
    limited[other] = value;
  }
  limited['Condition'] = withTest(isObject(condition) ? condition : {}, key, service);
  return splitStatement(statement, [{ ...json, [name]: rest }, limited]);
}

function withTest(condition: StatementJson, key: string, value: string): StatementJson {
  const same = condition['StringEquals'];
  return { ...condition, StringEquals: { ...(isObject(same) ? same : {}), [key]: value } };
}

function isObject(value: JsonValue | undefined): value is StatementJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
