import type { ConditionEntry, Statement } from '../../policy/model.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import { isOpen, textOf } from '../trust/callerLimit.ts';

const sourceKeys = new Set(['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']);
/** The keys whose presence AWS asks for, as every call of a service for a customer has one of them. */
const presenceKeys = new Set(['aws:sourcearn', 'aws:sourceaccount']);
const principalKeys = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:userid',
  'aws:username',
]);
const serviceKeys = new Set(['aws:principalservicename', 'aws:principalservicenameslist']);

/** Whom the condition of a Deny statement means besides IAM's principals, by what it says of AWS services. */
export type Services = 'only' | 'none' | 'some' | 'not said';

/** What matters in the condition of a resource control policy's Deny statement. */
export interface RcpCondition {
  /** Keys of the principal, and of the source a service acts for, by which a request without the key is denied. */
  readonly principal: readonly StringNode[];
  readonly source: readonly StringNode[];
  /** A key of the principal is tested in any way. */
  readonly testsPrincipal: boolean;
  /** Only requests that hold aws:SourceAccount or aws:SourceArn are denied. */
  readonly needsSource: boolean;
  readonly services: Services;
}

/** Undefined for a statement that does not deny, has no condition, or one that is not known yet. */
export function readRcpCondition({ effect, condition }: Statement): RcpCondition | undefined {
  if (effect?.allows !== 'Deny' || condition === undefined || isOpen(condition)) return undefined;
  const tests = condition.operators.flatMap(({ conditions }) => conditions.map(testOf));
  const keysOf = (topic: Topic) =>
    tests.filter((test) => test.topic === topic && test.absence === 'denied').map(({ key }) => key);
  return {
    principal: keysOf('principal'),
    source: keysOf('source'),
    testsPrincipal: tests.some(({ topic }) => topic === 'principal'),
    needsSource: tests.some(({ name, absence }) => presenceKeys.has(name) && absence === 'passes'),
    services: servicesOf(tests),
  };
}

type Topic = 'principal' | 'source' | 'service' | 'is service' | 'other';

interface Test {
  readonly key: StringNode;
  /** In lower case. */
  readonly name: string;
  readonly topic: Topic;
  /** What becomes of a request without the key, as far as this test decides. */
  readonly absence: 'denied' | 'passes';
  readonly entry: ConditionEntry;
}

function testOf(entry: ConditionEntry): Test {
  const name = (literalOf(entry.key) ?? '').toLowerCase();
  return { key: entry.key, name, topic: topicOf(name), absence: absenceOf(entry), entry };
}

function topicOf(name: string): Topic {
  if (sourceKeys.has(name)) return 'source';
  if (principalKeys.has(name) || name.startsWith('aws:principaltag/')) return 'principal';
  if (serviceKeys.has(name)) return 'service';
  return name === 'aws:principalisawsservice' ? 'is service' : 'other';
}

/** A test holds without its key where it is negated, has IfExists or ForAllValues, or asks for the absence. */
function absenceOf({ block: { operator }, values }: ConditionEntry): 'denied' | 'passes' {
  if (operator === undefined) return 'passes';
  if (operator.family === 'Null') {
    return values.some((value) => textOf(value)?.toLowerCase() === 'true') ? 'denied' : 'passes';
  }
  const { negated, ifExists, set } = operator;
  return negated || ifExists || set === 'ForAllValues' ? 'denied' : 'passes';
}

function servicesOf(tests: readonly Test[]): Services {
  const said = tests.filter(({ topic }) => topic === 'is service').map(({ entry }) => meansServices(entry));
  if (said.includes('none')) return 'none';
  if (said.includes('some') || tests.some(({ topic }) => topic === 'service')) return 'some';
  if (said.includes('only')) return 'only';
  // A service has no such key, so that the test fails for it.
  return tests.some(({ topic, absence }) => topic === 'principal' && absence === 'passes')
    ? 'none'
    : 'not said';
}

function meansServices({ block: { operator }, values }: ConditionEntry): Services {
  const [text, ...others] = values.map((value) => textOf(value)?.toLowerCase());
  if (others.length > 0 || operator === undefined || operator.family === 'Null') return 'some';
  if (text !== 'true' && text !== 'false') return 'some';
  return (text === 'true') === operator.negated ? 'none' : 'only';
}
