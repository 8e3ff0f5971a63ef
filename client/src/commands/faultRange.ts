import type { LineRange } from '../../../server/src/protocol.ts';
import type { OpenPolicy } from '../documents/openPolicies.ts';
import { faultPlace, type PolicyFault } from '../roles/policyFault.ts';

/**
 * The place that AWS points at in a document, where it is sure; else what the language server finds, or the whole policy.
 * `written` is what stands at the policy's range.
 */
export function faultRange(fault: PolicyFault, { range, findings }: OpenPolicy, written: string): LineRange {
  const place = faultPlace(written, fault);
  if (place === undefined) return findings[0]?.range ?? range;
  const [from, to] = place;
  return {
    start: endOf(range.start, written.slice(0, from)),
    end: endOf(range.start, written.slice(0, to)),
  };
}

/** Where a text ends that begins here. */
function endOf({ line, character }: LineRange['start'], text: string): LineRange['start'] {
  const [first = '', ...others] = text.split('\n');
  const last = others.at(-1);
  return last === undefined
    ? { line, character: character + first.length }
    : { line: line + others.length, character: last.length };
}
