import type { ConditionOperator } from '../policy/conditionOperator.ts';
import type { ConditionElement, ConditionEntry } from '../policy/model.ts';
import { literalOf, type Node } from '../syntax/node.ts';
import { writtenText } from './statementName.ts';

/** How each operator reads between a key and its values. */
const verbs: Readonly<Record<string, string>> = {
  StringEquals: 'is',
  StringNotEquals: 'is not',
  StringEqualsIgnoreCase: 'is, in any letter case,',
  StringNotEqualsIgnoreCase: 'is not, in any letter case,',
  StringLike: 'matches',
  StringNotLike: 'does not match',
  NumericEquals: 'equals',
  NumericNotEquals: 'does not equal',
  NumericLessThan: 'is less than',
  NumericLessThanEquals: 'is at most',
  NumericGreaterThan: 'is greater than',
  NumericGreaterThanEquals: 'is at least',
  DateEquals: 'is',
  DateNotEquals: 'is not',
  DateLessThan: 'is before',
  DateLessThanEquals: 'is not after',
  DateGreaterThan: 'is after',
  DateGreaterThanEquals: 'is not before',
  Bool: 'is',
  BinaryEquals: 'is',
  IpAddress: 'is within',
  NotIpAddress: 'is outside',
  ArnEquals: 'matches',
  ArnLike: 'matches',
  ArnNotEquals: 'does not match',
  ArnNotLike: 'does not match',
};

/** The conditions of a statement as the end of a sentence: `when …`; empty when there are none. */
export function conditionSentence(condition: ConditionElement | undefined): string {
  const clauses = (condition?.operators ?? []).flatMap(({ operator, conditions }) =>
    operator === undefined ? [] : conditions.map((entry) => clause(operator, entry)),
  );
  return clauses.length === 0 ? '' : `when ${clauses.join(' and ')}`;
}

/** One condition: `aws:SourceIp is within 203.0.113.0/24`. */
export function clause(operator: ConditionOperator, { key, values }: ConditionEntry): string {
  const name = writtenText(key);
  if (operator.name === 'Null') {
    return `${name} is ${valueText(values[0])?.toLowerCase() === 'true' ? 'absent' : 'present'}`;
  }
  const subject = `${quantifier(operator)}${name}`;
  const optional = operator.ifExists ? ' (if present)' : '';
  return `${subject}${optional} ${verbs[operator.name] ?? operator.name} ${valuesText(values)}`;
}

function quantifier({ set }: ConditionOperator): string {
  if (set === undefined) return '';
  return set === 'ForAllValues' ? 'every value of ' : 'a value of ';
}

function valuesText(values: readonly Node[]): string {
  const texts = values.map((value) => valueText(value) ?? '…');
  const shown = texts.length > 4 ? [...texts.slice(0, 3), `${texts.length - 3} more`] : texts;
  if (shown.length < 2) return shown[0] ?? 'no value';
  return `${shown.slice(0, -1).join(', ')} or ${shown[shown.length - 1]}`;
}

function valueText(value: Node | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'number' || value.kind === 'boolean') return String(value.value);
  return value.kind === 'string' ? writtenText(value) : literalOf(value);
}
