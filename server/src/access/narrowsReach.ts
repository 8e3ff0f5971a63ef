import type { ConditionElement, ConditionEntry } from '../policy/model.ts';
import { literalOf, type Node } from '../syntax/node.ts';

/**
 * Keys of how a request comes about, in lower case: they say nothing of what it reaches. Source: IAM User Guide,
 * AWS global condition context keys, properties of the network, of the role session and of the request.
 */
const circumstances: ReadonlySet<string> = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:multifactorauthage',
  'aws:multifactorauthpresent',
  'aws:referer',
  'aws:requestedregion',
  'aws:securetransport',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:tokenissuetime',
  'aws:useragent',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:vpcsourceip',
]);

/** Of who calls, whom a policy's author knows, and of what the caller writes into the request. */
const ofCaller =
  /^aws:(federatedprovider|principal.*|requesttag\/.*|resourceaccount|resourceorgid|resourceorgpaths|sourceidentity|tagkeys|userid|username)$/;

/**
 * Whether a condition of an Allow may leave only some of what its resources say, or of what may be done with it.
 * True for a condition that is not known yet. `apart` is a key, in lower case, that the caller judges itself.
 */
export function narrowsAllow(condition: ConditionElement | undefined, apart?: string): boolean {
  return hasKey(condition, (key) => key !== apart && !circumstances.has(key) && !ofCaller.test(key));
}

/** Whether a condition of a Deny asks for more than how the request comes about, so that it may be what guards. */
export function guardsByDeny(condition: ConditionElement | undefined): boolean {
  return condition === undefined || hasKey(condition, (key) => !circumstances.has(key));
}

function hasKey(condition: ConditionElement | undefined, matters: (key: string) => boolean): boolean {
  if (condition === undefined) return false;
  if (condition.value?.kind !== 'object') return true;
  return condition.operators.some(
    ({ value, conditions }) =>
      value?.kind !== 'object' || conditions.some((entry) => !takesAll(entry) && isKey(entry, matters)),
  );
}

/** A key with a hole may be any. */
function isKey({ key }: ConditionEntry, matters: (key: string) => boolean): boolean {
  const name = literalOf(key)?.toLowerCase();
  return name === undefined || matters(name);
}

function takesAll({ block: { operator }, values }: ConditionEntry): boolean {
  return operator?.wildcards === true && !operator.negated && values.some(isAnyText);
}

function isAnyText(value: Node): boolean {
  return /^\*+$/.test(literalOf(value) ?? '');
}
