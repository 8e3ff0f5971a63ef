import { type ConditionOperator, parseOperator } from '../policy/conditionOperator.ts';
import type { ConditionElement, ConditionEntry } from '../policy/model.ts';
import { literalOf, type Node } from '../syntax/node.ts';

/** Operators that AWS documents as the same. */
const sameOperators: Readonly<Record<string, string>> = {
  ArnEquals: 'ArnLike',
  ArnNotEquals: 'ArnNotLike',
};

/** One key under one operator, as two conditions share it where they mean the same. */
export interface ConditionTest {
  readonly entry: ConditionEntry;
  readonly operator: string;
  readonly key: string;
  /** In alphabetical order, each once. */
  readonly values: readonly string[];
}

/** The tests of a condition, in the order of the text; undefined where a part is not known. */
export function conditionTests(condition: ConditionElement): readonly ConditionTest[] | undefined {
  if (condition.value?.kind !== 'object') return undefined;
  const tests: ConditionTest[] = [];
  for (const { key, value, conditions } of condition.operators) {
    const written = literalOf(key);
    if (written === undefined || value?.kind !== 'object') return undefined;
    const known = parseOperator(written);
    const operator = known === undefined ? written : operatorMeaning(known);
    for (const entry of conditions) {
      const tested = literalOf(entry.key)?.toLowerCase();
      const values = entry.values.flatMap((node) => valueMeaning(node, known) ?? []);
      if (tested === undefined || entry.value === undefined || values.length < entry.values.length)
        return undefined;
      tests.push({ entry, operator, key: tested, values: [...new Set(values)].sort() });
    }
  }
  return tests;
}

/**
 * A text that two conditions share where they mean the same: letter case of operators and keys, order, lists of
 * one value and numbers or truth values in quotes make no difference. Undefined where a part is not known.
 */
export function conditionMeaning(condition: ConditionElement | undefined): string | undefined {
  const tests = condition === undefined ? [] : conditionTests(condition);
  return tests
    ?.map(({ operator, key, values }) => JSON.stringify([operator, key, values]))
    .sort()
    .join();
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
