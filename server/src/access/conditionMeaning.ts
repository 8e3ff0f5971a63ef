import { type ConditionOperator, parseOperator } from '../policy/conditionOperator.ts';
import type { ConditionElement } from '../policy/model.ts';
import { literalOf, type Node } from '../syntax/node.ts';

/** Operators that AWS documents as the same. */
const sameOperators: Readonly<Record<string, string>> = {
  ArnEquals: 'ArnLike',
  ArnNotEquals: 'ArnNotLike',
};

/**
 * A text that two conditions share where they mean the same: letter case of operators and keys, order, lists of
 * one value and numbers or truth values in quotes make no difference. Undefined where a part is not known.
 */
export function conditionMeaning(condition: ConditionElement | undefined): string | undefined {
  if (condition === undefined) return '';
  if (condition.value?.kind !== 'object') return undefined;
  const tests: string[] = [];
  for (const { key, value, conditions } of condition.operators) {
    const written = literalOf(key);
    if (written === undefined || value?.kind !== 'object') return undefined;
    const operator = parseOperator(written);
    const name = operator === undefined ? written : operatorMeaning(operator);
    for (const entry of conditions) {
      const tested = literalOf(entry.key)?.toLowerCase();
      const values = entry.values.map((node) => valueMeaning(node, operator));
      if (tested === undefined || entry.value === undefined || values.includes(undefined)) return undefined;
      tests.push(JSON.stringify([name, tested, [...new Set(values)].sort()]));
    }
  }
  return tests.sort().join();
}

function operatorMeaning({ set, name, ifExists }: ConditionOperator): string {
  return `${set ?? ''}:${sameOperators[name] ?? name}${ifExists ? 'IfExists' : ''}`;
}

function valueMeaning(node: Node, operator: ConditionOperator | undefined): string | undefined {
  if (node.kind === 'number' || node.kind === 'boolean') return String(node.value);
  const text = literalOf(node);
  const caseIsFree =
    operator?.family === 'Bool' || operator?.family === 'Null' || operator?.name.endsWith('IgnoreCase');
  return caseIsFree ? text?.toLowerCase() : text;
}
