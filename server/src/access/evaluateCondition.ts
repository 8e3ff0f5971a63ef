import { parseArn } from '../policy/arn.ts';
import type { ConditionOperator, OperatorFamily } from '../policy/conditionOperator.ts';
import { includesIpRange, parseIpRange } from '../policy/ipRange.ts';
import type { ConditionEntry } from '../policy/model.ts';
import { policyVariables } from '../policy/policyVariable.ts';
import { matchesPattern } from '../policy/wildcard.ts';
import { literalOf, type Node } from '../syntax/node.ts';

/**
 * What a request carries, by condition key in lower case. An empty list: the request surely has no such key. A key
 * that is not in the map may be anything.
 */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

/** Undefined: it depends on something that is not known here. */
export type Truth = boolean | undefined;

/**
 * Whether a condition holds for a request. Source: IAM User Guide, Condition operators and Set operators
 * (reference_policies_elements_condition_operators.html, reference_policies_condition-single-vs-multi-valued-context-keys.html).
 */
export function evaluateCondition(entry: ConditionEntry, context: RequestContext): Truth {
  const { operator } = entry.block;
  const key = literalOf(entry.key)?.toLowerCase();
  const given = key === undefined ? undefined : context.get(key);
  if (operator === undefined || given === undefined) return undefined;
  if (operator.family === 'Null') return evaluateNull(entry, given);
  if (given.length === 0) return whenAbsent(operator);
  const results = given.map((value) => matchesSome(operator, entry.values, value));
  const each = operator.negated ? results.map(not) : results;
  // Without a set operator a request's values stand for one another, as with ForAnyValue; negated, for all of them.
  return (operator.set ?? (operator.negated ? 'ForAllValues' : 'ForAnyValue')) === 'ForAllValues'
    ? every(each)
    : some(each);
}

function evaluateNull({ values }: ConditionEntry, given: readonly string[]): Truth {
  const wanted = valueText(values[0])?.toLowerCase();
  return wanted === 'true' || wanted === 'false' ? (given.length === 0) === (wanted === 'true') : undefined;
}

function whenAbsent({ set, ifExists, negated }: ConditionOperator): boolean {
  if (ifExists || set === 'ForAllValues') return true;
  return negated && set === undefined;
}

function matchesSome(operator: ConditionOperator, values: readonly Node[], given: string): Truth {
  return some(
    values.map((node) => {
      const value = valueText(node);
      if (value === undefined || policyVariables(value).length > 0) return undefined;
      return tests[operator.family](value, given, operator);
    }),
  );
}

/** One value of the policy against one of the request, as if the operator were not negated. */
const tests: Readonly<
  Record<OperatorFamily, (value: string, given: string, operator: ConditionOperator) => Truth>
> = {
  String(value, given, { name, wildcards }) {
    if (wildcards) return matchesPattern(given, value);
    return name.endsWith('IgnoreCase') ? value.toLowerCase() === given.toLowerCase() : value === given;
  },
  Bool: (value, given) => value.toLowerCase() === given.toLowerCase(),
  Binary: (value, given) => value === given,
  Numeric: (value, given, { name }) => compare(name, Number(given), Number(value)),
  Date: (value, given, { name }) => compare(name, timeOf(given), timeOf(value)),
  IpAddress(value, given) {
    const [range, address] = [parseIpRange(value), parseIpRange(given)];
    return range && address && includesIpRange(range, address);
  },
  Arn: matchesArn,
  Null: () => undefined,
};

/** By what the operator's name ends with; the longer endings first. */
const comparisons: readonly (readonly [ending: string, test: (given: number, value: number) => boolean])[] = [
  ['LessThanEquals', (given, value) => given <= value],
  ['GreaterThanEquals', (given, value) => given >= value],
  ['LessThan', (given, value) => given < value],
  ['GreaterThan', (given, value) => given > value],
  ['Equals', (given, value) => given === value],
];

function compare(name: string, given: number, value: number): Truth {
  if (Number.isNaN(given) || Number.isNaN(value)) return undefined;
  return comparisons.find(([ending]) => name.endsWith(ending))?.[1](given, value);
}

/** Milliseconds since 1970, of a date of ISO 8601 or of seconds since then. */
function timeOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function matchesArn(pattern: string, given: string): Truth {
  const [wanted, found] = [parseArn(pattern), parseArn(given)];
  if (wanted === undefined || found === undefined) return pattern === '*' ? true : wanted && false;
  return (['partition', 'service', 'region', 'account', 'resource'] as const).every((field) =>
    matchesPattern(found[field], wanted[field]),
  );
}

function valueText(node: Node | undefined): string | undefined {
  if (node?.kind === 'number' || node?.kind === 'boolean') return String(node.value);
  return literalOf(node);
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function some(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

function every(truths: readonly Truth[]): Truth {
  return not(some(truths.map(not)));
}
