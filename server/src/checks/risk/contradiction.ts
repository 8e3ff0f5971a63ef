import type { Catalog } from '../../catalog/catalog.ts';
import { findConditionKey } from '../../catalog/findConditionKey.ts';
import type { ConditionOperator } from '../../policy/conditionOperator.ts';
import type { ConditionElement } from '../../policy/model.ts';
import { hasWildcard, includesPattern, patternsOverlap } from '../../policy/wildcard.ts';
import { literalOf, type Node, type StringNode } from '../../syntax/node.ts';

/** One operator on one condition key, of which all is known. */
interface Test {
  readonly key: StringNode;
  readonly operator: ConditionOperator;
  readonly values: readonly string[];
}

/** Two tests of the same key that no request passes both, in the order of the text. */
export interface Contradiction {
  readonly first: Test;
  readonly second: Test;
}

/** The first contradiction for each key of a condition. Keys with several values in a request are left out. */
export function contradictions(condition: ConditionElement, catalog: Catalog): readonly Contradiction[] {
  const byKey = new Map<string, Test[]>();
  for (const [name, test] of knownTests(condition)) {
    const others = byKey.get(name);
    if (others === undefined) byKey.set(name, [test]);
    else others.push(test);
  }
  return [...byKey].flatMap(([name, tests]) =>
    tests.length > 1 && isSingleValued(name, catalog) ? firstContradiction(tests) : [],
  );
}

function* knownTests({ operators }: ConditionElement): Iterable<readonly [string, Test]> {
  for (const { operator, conditions } of operators) {
    if (operator === undefined || operator.set !== undefined) continue;
    for (const { key, value, values } of conditions) {
      const name = literalOf(key)?.toLowerCase();
      const texts = values.flatMap((node) => textOf(node) ?? []);
      const count = value?.kind === 'array' ? value.items.length : 1;
      if (name === undefined || texts.length === 0 || texts.length !== count) continue;
      yield [name, { key, operator, values: texts }];
    }
  }
}

/** Undefined for a text that is not known, or holds a policy variable. */
function textOf(value: Node): string | undefined {
  if (value.kind === 'number' || value.kind === 'boolean') return String(value.value);
  const text = literalOf(value);
  return text?.includes('${') ? undefined : text;
}

function isSingleValued(name: string, catalog: Catalog): boolean {
  const lookup = findConditionKey(catalog, name);
  return 'key' in lookup && !lookup.key.multivalued;
}

function firstContradiction(tests: readonly Test[]): readonly Contradiction[] {
  for (const [index, second] of tests.entries()) {
    const first = tests.slice(0, index).find((one) => contradict(one, second));
    if (first !== undefined) return [{ first, second }];
  }
  return [];
}

/** A key that stands twice under one operator is what DUPLICATE_KEYS_WITH_DIFFERENT_CASE speaks of. */
function contradict(one: Test, other: Test): boolean {
  if (one.operator.name === other.operator.name && one.operator.ifExists === other.operator.ifExists)
    return false;
  return [one, other].some(needsKey) && (excludes(one, other) || excludes(other, one));
}

/** Whether a request without the key does not pass. */
function needsKey({ operator }: Test): boolean {
  return !operator.negated && !operator.ifExists && operator.family !== 'Null';
}

function excludes(one: Test, other: Test): boolean {
  if (one.operator.family === 'Null')
    return needsKey(other) && one.values.every((text) => text.toLowerCase() === 'true');
  if (one.operator.family !== other.operator.family) return false;
  switch (one.operator.family) {
    case 'String':
    case 'Arn':
      return excludesText(one, other);
    case 'Numeric':
      return excludesNumber(one, other, Number);
    case 'Date':
      return excludesNumber(one, other, timeOf);
    case 'IpAddress':
      return isRuledOut(one, other, (given, ruled) => given === ruled);
    default:
      return false;
  }
}

/** Whether `other`, a negated test, leaves none of the values that `one` asks for. */
function isRuledOut(one: Test, other: Test, includes: (given: string, ruled: string) => boolean): boolean {
  if (!needsKey(one) || !other.operator.negated) return false;
  return one.values.every((given) => other.values.some((ruled) => includes(given, ruled)));
}

function excludesText(one: Test, other: Test): boolean {
  if (!one.operator.negated && !other.operator.negated) {
    const [lefts, rights] = [one, other].map(({ values }) => values.map((text) => text.toLowerCase()));
    return !lefts?.some((left) => rights?.some((right) => patternsOverlap(left, right)));
  }
  const caseIsFree = (test: Test) => test.operator.name.endsWith('IgnoreCase');
  if (caseIsFree(one) && !caseIsFree(other)) return false;
  const plain = (text: string) => (caseIsFree(other) ? text.toLowerCase() : text);
  return isRuledOut(one, other, (given, ruled) =>
    other.operator.wildcards
      ? includesPattern(plain(ruled), plain(given))
      : plain(ruled) === plain(given) && !(one.operator.wildcards && hasWildcard(given)),
  );
}

type Relation = (found: number, wanted: number) => boolean;

const relations: Readonly<Record<string, Relation>> = {
  Equals: (found, wanted) => found === wanted,
  NotEquals: (found, wanted) => found !== wanted,
  LessThan: (found, wanted) => found < wanted,
  LessThanEquals: (found, wanted) => found <= wanted,
  GreaterThan: (found, wanted) => found > wanted,
  GreaterThanEquals: (found, wanted) => found >= wanted,
};

/** Whether no number passes both: of those that the tests name, of those between and of those beyond. */
function excludesNumber(one: Test, other: Test, read: (text: string) => number): boolean {
  const [lefts, rights] = [one.values.map(read), other.values.map(read)];
  const named = [...lefts, ...rights].sort((a, b) => a - b);
  if (named.some(Number.isNaN)) return false;
  const between = named.map((number, index) => (number + (named[index + 1] ?? number + 2)) / 2);
  const samples = [(named[0] ?? 0) - 1, ...named, ...between];
  return !samples.some((number) => passes(number, one, lefts) && passes(number, other, rights));
}

function passes(
  number: number,
  { operator: { name, family, negated } }: Test,
  values: readonly number[],
): boolean {
  const relation = relations[name.slice(family.length)];
  if (relation === undefined) return true;
  const holds = (value: number) => relation(number, value);
  return negated ? values.every(holds) : values.some(holds);
}

/** A time in the form of ISO 8601, or in seconds since 1970. */
function timeOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}
