import { isPrivateIpRange, parseIpRange } from '../../policy/ipRange.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import type { CheckedCondition } from '../check.ts';

/**
 * The value of `aws:SourceIp` where it lists private addresses only. That key holds the public address of a
 * request; one through a VPC endpoint has none. Silent where a value is known only later or is no address.
 */
export function privateAddresses(condition: CheckedCondition, negated: boolean): Node | undefined {
  const { name, block, values, value } = condition;
  const { operator } = block;
  if (operator?.family !== 'IpAddress' || operator.negated !== negated) return undefined;
  if (name?.toLowerCase() !== 'aws:sourceip' || values.length === 0) return undefined;
  return values.every(isPrivate) ? value : undefined;
}

/**
 * The private addresses that `aws:SourceIp` is compared with beside public ones. Silent as above.
 */
export function idleAddresses(condition: CheckedCondition, negated: boolean): readonly Node[] {
  const { name, block, values } = condition;
  const { operator } = block;
  if (operator?.family !== 'IpAddress' || operator.negated !== negated) return [];
  if (name?.toLowerCase() !== 'aws:sourceip') return [];
  const idle = values.filter(isPrivate);
  const known = values.filter((value) => parseIpRange(literalOf(value) ?? '') !== undefined);
  return idle.length < known.length ? idle : [];
}

function isPrivate(value: Node): boolean {
  const range = parseIpRange(literalOf(value) ?? '');
  return range !== undefined && isPrivateIpRange(range);
}
