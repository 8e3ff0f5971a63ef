import type { ConditionElement, ConditionEntry, Statement } from '../../policy/model.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import { includesAction } from './includesAction.ts';

/** Whether a request in which `key`, in lower case, has `value` can only come from callers that were meant. */
export type Limits = (key: string, value: string) => boolean;

/**
 * Whether only the callers that `limits` tells get through an Allow statement: its own conditions ask for it, or
 * a Deny statement of the policy turns all others away. True as well where a condition is not known yet. Of the
 * Deny statements those count that `concerns` takes, by default those on sts:AssumeRole.
 */
export function limitsCallers(
  statement: Statement,
  limits: Limits,
  concerns: (other: Statement) => boolean = concernsAssumeRole,
): boolean {
  const { condition, policy } = statement;
  if (condition !== undefined && (isOpen(condition) || asksFor(condition, limits))) return true;
  return policy.statements.some(
    (other) =>
      other.effect?.allows === 'Deny' &&
      concerns(other) &&
      other.condition !== undefined &&
      turnsAway(other.condition, limits),
  );
}

function concernsAssumeRole(statement: Statement): boolean {
  return includesAction(statement, 'sts:assumerole') !== 'no';
}

/** Whether a value lets everything through. */
export function onlyWildcards(value: string): boolean {
  return /^[*?]+$/.test(value);
}

/** Whether a part of the condition could turn out to be anything. */
export function isOpen({ value, operators }: ConditionElement): boolean {
  if (value === undefined || value.kind === 'unknown') return true;
  return operators.some(
    (block) =>
      literalOf(block.key) === undefined ||
      block.value === undefined ||
      block.value.kind === 'unknown' ||
      block.conditions.some(({ key }) => literalOf(key) === undefined),
  );
}

/** With IfExists or ForAllValues a request without the key gets through, with Null one with any value. */
function asksFor({ operators }: ConditionElement, limits: Limits): boolean {
  return operators.some(({ operator, conditions }) => {
    if (operator === undefined || operator.negated || operator.ifExists) return false;
    if (operator.family === 'Null' || operator.set === 'ForAllValues') return false;
    return conditions.some((entry) => every(entry, limits));
  });
}

/** A Deny on a negated operator, or on a truth value that is not the one that was meant. */
function turnsAway({ operators }: ConditionElement, limits: Limits): boolean {
  return operators.some(({ operator, conditions }) => {
    if (operator?.negated) return conditions.some((entry) => every(entry, limits));
    if (operator?.family !== 'Bool') return false;
    return conditions.some((entry) => every(entry, (key, value) => limits(key, opposite(value))));
  });
}

function opposite(value: string): string {
  return value.toLowerCase() === 'false' ? 'true' : 'false';
}

function every({ key, values }: ConditionEntry, limits: Limits): boolean {
  const name = literalOf(key)?.toLowerCase();
  if (name === undefined || values.length === 0) return false;
  return values.every((value) => {
    const text = textOf(value);
    return text === undefined || limits(name, text);
  });
}

/** A condition's value as IAM compares it; undefined for one that is not known yet: it may be the right one. */
export function textOf(value: Node): string | undefined {
  if (value.kind === 'boolean' || value.kind === 'number') return String(value.value);
  return literalOf(value);
}
