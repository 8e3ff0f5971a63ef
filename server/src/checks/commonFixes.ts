import type { Statement } from '../policy/model.ts';
import type { StringNode } from '../syntax/node.ts';
import type { JsonValue, TreeEdit } from '../syntax/treeEdit.ts';
import type { Fix } from './check.ts';
import { changeCondition, isNamed, operatorText } from './conditionFixes.ts';
import { fixWith } from './listFixes.ts';

/** Puts several entries in the place of one; a string that stands alone becomes a list. */
export function replaceEntry(node: StringNode, texts: readonly string[]): TreeEdit[] {
  const [first = '', ...others] = texts;
  const { parent } = node;
  if (others.length === 0) return [{ edit: 'replace', node, value: first }];
  if (parent?.kind !== 'array') return [{ edit: 'replace', node, value: texts }];
  return [
    { edit: 'replace', node, value: first },
    ...others.map((value): TreeEdit => ({ edit: 'addItem', array: parent, value, after: node })),
  ];
}

/**
 * Adds a condition to a statement, beside those it has; a test of the same key under the same operator is replaced.
 * Nothing where the statement's `Condition` cannot be read.
 */
export function addCondition(
  { node, condition }: Statement,
  operator: string,
  key: string,
  value: JsonValue,
): TreeEdit[] {
  if (condition === undefined)
    return [{ edit: 'addMember', object: node, name: 'Condition', value: { [operator]: { [key]: value } } }];
  const block = condition.operators.find(({ key: name }) => isNamed(name, operator));
  const known = block?.conditions.find(({ key: name }) => isNamed(name, key))?.value;
  if (known !== undefined) return [{ edit: 'replace', node: known, value }];
  if (block?.value?.kind === 'object') return [{ edit: 'addMember', object: block.value, name: key, value }];
  if (condition.value?.kind !== 'object') return [];
  return [{ edit: 'addMember', object: condition.value, name: operator, value: { [key]: value } }];
}

/** Takes `IfExists` off a test of `key`, so that a request without the key no longer gets through. */
export function dropIfExists(statement: Statement, key: string): Fix[] {
  return (statement.condition?.operators ?? []).flatMap(({ operator, conditions }) => {
    const entry = conditions.find((one) => isNamed(one.key, key));
    if (!operator?.ifExists || operator.negated || entry === undefined) return [];
    const strict = operatorText({ ...operator, ifExists: false });
    return fixWith(`Change to ${strict}`, changeCondition(statement, entry, { operator: strict }));
  });
}
