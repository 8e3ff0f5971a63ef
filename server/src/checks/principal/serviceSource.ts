import type { PrincipalEntry, Statement } from '../../policy/model.ts';
import type { CheckedCondition } from '../check.ts';
import { type Limits, limitsCallers } from '../trust/callerLimit.ts';

/** Keys by which a service says for whose resource it calls. Source: IAM User Guide, The confused deputy problem. */
const sourceKeys = new Set(['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']);

/** The keys that tell the source, as a sentence lists them. */
export const sourceKeyList = 'aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths';

/**
 * Keys that look as if they told who stands behind the service: what the caller claims, where the call comes from,
 * and who the principal is, which is the service.
 */
const weakKeys = new Set([
  'aws:referer',
  'aws:useragent',
  'aws:sourceip',
  'aws:vpcsourceip',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:userid',
]);

/** Keys of a few services that do tell it, as their documentation has it, or of which another finding speaks. */
const ownKeys = new Set([
  'kms:calleraccount',
  'kms:viaservice',
  'lambda:eventsourcetoken',
  'aws:sourceowner',
  'aws:principalorgid',
  'aws:principalorgpaths',
]);

/** How the conditions tell the source on whose behalf a service calls. */
export type ServiceSource = 'told' | 'told weakly' | 'not told';

/** The service principals that an Allow statement of a resource policy gives access to. */
export function servicesAllowed({ effect, principal }: Statement): readonly PrincipalEntry[] {
  if (effect?.allows !== 'Allow' || principal?.name !== 'Principal') return [];
  return principal.entries.filter(({ type }) => type === 'Service');
}

/** `told` as well where a condition is not known yet, or a Deny statement of the policy turns other sources away. */
export function serviceSource(statement: Statement): ServiceSource {
  if (limits(statement, (key) => sourceKeys.has(key) || isOwnKey(key))) return 'told';
  return limits(statement, isWeakKey) ? 'told weakly' : 'not told';
}

/** Of a key in lower case. */
function isWeakKey(key: string): boolean {
  return weakKeys.has(key);
}

/**
 * Whether a condition of a resource policy asks for a weak key where a service is given access and nothing else tells
 * the source.
 */
export function isToldWeakly({ name, block: { operator }, statement }: CheckedCondition): boolean {
  if (statement.policy.kind.type !== 'resource' || !isWeakKey(name?.toLowerCase() ?? '')) return false;
  if (operator === undefined || operator.negated || operator.ifExists) return false;
  if (operator.family === 'Null' || operator.set === 'ForAllValues') return false;
  return servicesAllowed(statement).length > 0 && serviceSource(statement) === 'told weakly';
}

function isOwnKey(key: string): boolean {
  return ownKeys.has(key) || key.startsWith('kms:encryptioncontext:');
}

function limits(statement: Statement, keys: Limits): boolean {
  return limitsCallers(statement, keys, () => true);
}
