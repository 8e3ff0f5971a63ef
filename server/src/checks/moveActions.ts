import type { ConditionEntry, Statement } from '../policy/model.ts';
import { literalOf, type StringNode } from '../syntax/node.ts';
import type { JsonValue, TreeEdit } from '../syntax/treeEdit.ts';
import { type StatementJson, splitStatement, statementJson } from './splitStatement.ts';

/**
 * Moves an action of a list to a statement of its own that says the same without some conditions, behind the one it
 * stands in. Nothing for an action that stands alone, or where a part of the statement is not known.
 */
export function moveAction(
  statement: Statement,
  action: StringNode,
  without: readonly Pick<ConditionEntry, 'key'>[],
): TreeEdit[] {
  const { node, action: element, policy } = statement;
  const text = literalOf(action);
  const whole = statementJson(statement);
  const list = element?.value;
  if (element === undefined || text === undefined || whole === undefined) return [];
  if (list?.kind !== 'array' || list.items.length < 2) return [];
  const own = withoutConditions({ ...whole, [literalOf(element.key) ?? 'Action']: text }, statement, without);
  if (node.parent?.kind === 'array')
    return [
      { edit: 'remove', node: action },
      { edit: 'addItem', array: node.parent, value: own, after: node },
    ];
  if (policy.level === 'statement') return [];
  const others = list.items.filter((item) => item !== action).flatMap((item) => literalOf(item) ?? []);
  if (others.length !== list.items.length - 1) return [];
  return splitStatement(statement, [{ ...whole, [literalOf(element.key) ?? 'Action']: others }, own]);
}

/** Without the Sid as well, which names one statement. */
function withoutConditions(
  json: StatementJson,
  { sid, condition }: Statement,
  without: readonly Pick<ConditionEntry, 'key'>[],
): StatementJson {
  const gone = new Set(without.map(({ key }) => key));
  const kept = (condition?.operators ?? []).flatMap(({ key, conditions }) => {
    const left = conditions.filter((entry) => !gone.has(entry.key));
    const block = memberOf(memberOf(json, condition?.key), key);
    return left.length === 0
      ? []
      : [
          [
            literalOf(key) ?? '',
            pick(
              block,
              left.map((entry) => literalOf(entry.key) ?? ''),
            ),
          ] as const,
        ];
  });
  const dropped = new Set([literalOf(sid?.key), literalOf(condition?.key)]);
  const rest = Object.fromEntries(Object.entries(json).filter(([name]) => !dropped.has(name)));
  const name = literalOf(condition?.key);
  return kept.length === 0 || name === undefined ? rest : { ...rest, [name]: Object.fromEntries(kept) };
}

function memberOf(json: JsonValue | undefined, key: StringNode | undefined): JsonValue | undefined {
  return isObject(json) ? json[literalOf(key) ?? ''] : undefined;
}

function pick(json: JsonValue | undefined, names: readonly string[]): StatementJson {
  return Object.fromEntries(
    Object.entries(isObject(json) ? json : {}).filter(([name]) => names.includes(name)),
  );
}

function isObject(json: JsonValue | undefined): json is StatementJson {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
