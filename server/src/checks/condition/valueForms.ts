import type { OperatorFamily } from '../../policy/conditionOperator.ts';
import { parseIpRange } from '../../policy/ipRange.ts';
import type { Node } from '../../syntax/node.ts';
import type { CheckedCondition } from '../check.ts';
import { textOf } from '../trust/callerLimit.ts';
import { dateForm } from './dateForm.ts';
import { takesFamily } from './operatorTypes.ts';

/** Whether operators of a family can compare with a value; those that are not here compare with any text. */
const forms: Partial<Readonly<Record<OperatorFamily, (text: string) => boolean>>> = {
  Bool: isTruthValue,
  Null: isTruthValue,
  Numeric: (text) => text.trim() === text && text !== '' && Number.isFinite(Number(text)),
  Date: (text) => dateForm(text) !== 'none',
  Binary: (text) => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text),
  IpAddress: (text) => parseIpRange(text) !== undefined,
};

export function suitsFamily(text: string, family: OperatorFamily): boolean {
  return forms[family]?.(text) ?? true;
}

/**
 * The values of a condition that its operator, which is one of the families, cannot compare with. None where another
 * finding speaks: the operator is not made for the key, or a policy variable is not for the operator.
 */
export function mistyped(
  { block: { operator }, lookup, values }: CheckedCondition,
  families: readonly OperatorFamily[],
): readonly { readonly node: Node; readonly text: string }[] {
  if (operator === undefined || !families.includes(operator.family)) return [];
  if (lookup !== undefined && 'key' in lookup && !takesFamily(lookup.key, operator.family)) return [];
  return values.flatMap((node) => {
    const text = textOf(node);
    if (text === undefined || text.includes('${') || suitsFamily(text, operator.family)) return [];
    return [{ node, text }];
  });
}

function isTruthValue(text: string): boolean {
  return /^(?:true|false)$/i.test(text);
}
