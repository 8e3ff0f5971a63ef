import type { ConditionOperator } from '../policy/conditionOperator.ts';
import type { ConditionEntry, OperatorBlock, Statement } from '../policy/model.ts';
import { literalOf, type Node, type StringNode } from '../syntax/node.ts';
import type { JsonValue, TreeEdit } from '../syntax/treeEdit.ts';
import { jsonOf } from './splitStatement.ts';

/** What a condition is to become; what is left out stays as it is. */
export interface ConditionChange {
  readonly operator?: string;
  readonly key?: string;
  readonly value?: JsonValue;
}

/** An operator as AWS's documentation spells it, such as `ForAnyValue:StringLikeIfExists`. */
export function operatorText({
  set,
  name,
  ifExists,
}: Pick<ConditionOperator, 'set' | 'name' | 'ifExists'>): string {
  return `${set === undefined ? '' : `${set}:`}${name}${ifExists ? 'IfExists' : ''}`;
}

/** Takes conditions out of a statement; nothing empty stays behind. */
export function removeConditions(
  { condition }: Statement,
  gone: readonly Pick<ConditionEntry, 'key'>[],
): TreeEdit[] {
  if (condition === undefined) return [];
  const keys = new Set(gone.map(({ key }) => key));
  const emptied = condition.operators.filter(
    ({ value, conditions }) =>
      conditions.length === size(value) && conditions.every(({ key }) => keys.has(key)),
  );
  if (emptied.length > 0 && emptied.length === size(condition.value)) return [remove(condition.key)];
  const within = new Set(emptied.flatMap(({ conditions }) => conditions.map(({ key }) => key)));
  return [
    ...emptied.map(({ key }) => remove(key)),
    ...[...keys].filter((key) => !within.has(key)).map((key) => remove(key)),
  ];
}

/**
 * Changes the operator, the key or the value of one condition, which moves to another operator where it does not stand
 * alone. Nothing where the same test stands there already, or a part is not known.
 */
export function changeCondition(
  statement: Statement,
  { key, value, block }: Pick<ConditionEntry, 'key' | 'value' | 'block'>,
  change: ConditionChange,
): TreeEdit[] {
  const { condition } = statement;
  const operator = change.operator ?? literalOf(block.key);
  const name = change.key ?? literalOf(key);
  const json = change.value ?? jsonOf(value);
  if (condition?.value?.kind !== 'object' || value === undefined) return [];
  if (operator === undefined || name === undefined || json === undefined) return [];
  const target = condition.operators.find((other) => isNamed(other.key, operator));
  if (target?.conditions.some((other) => other.key !== key && isNamed(other.key, name))) return [];
  const stays = target?.key === block.key;
  if (stays || (target === undefined && size(block.value) === 1)) {
    return [
      ...(stays ? [] : [rename(block.key, operator)]),
      ...(change.key === undefined ? [] : [rename(key, name)]),
      ...(change.value === undefined ? [] : [{ edit: 'replace', node: value, value: json } as const]),
    ];
  }
  const gone = remove(size(block.value) === 1 ? block.key : key);
  if (target === undefined)
    return [
      gone,
      {
        edit: 'addMember',
        object: condition.value,
        name: operator,
        value: { [name]: json },
        after: block.key,
      },
    ];
  if (target.value?.kind !== 'object') return [];
  return [gone, { edit: 'addMember', object: target.value, name, value: json }];
}

/**
 * Gives an operator another name; its conditions move to the operator of that name where there is one. Nothing where
 * a key stands under both, or a value is not known.
 */
export function changeOperator(
  { condition }: Statement,
  { key, conditions }: Pick<OperatorBlock, 'key' | 'conditions'>,
  name: string,
): TreeEdit[] {
  const target = condition?.operators.find((other) => other.key !== key && isNamed(other.key, name));
  if (target === undefined) return [rename(key, name)];
  const { value: object, conditions: known } = target;
  if (object?.kind !== 'object') return [];
  const moved = conditions.map((entry): TreeEdit | undefined => {
    const [tested, value] = [literalOf(entry.key), jsonOf(entry.value)];
    if (tested === undefined || value === undefined) return undefined;
    return known.some((other) => isNamed(other.key, tested))
      ? undefined
      : { edit: 'addMember', object, name: tested, value };
  });
  return moved.every((edit) => edit !== undefined) ? [remove(key), ...moved] : [];
}

/** Letter case does not count in operators and condition keys. */
export function isNamed(node: StringNode, name: string): boolean {
  return literalOf(node)?.toLowerCase() === name.toLowerCase();
}

function size(node: Node | undefined): number {
  return node?.kind === 'object' ? node.members.length : 0;
}

function remove(node: Node): TreeEdit {
  return { edit: 'remove', node };
}

function rename(key: StringNode, name: string): TreeEdit {
  return { edit: 'rename', key, name };
}
