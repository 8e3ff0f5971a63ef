import type { ConditionKey } from '../../catalog/catalog.ts';
import type { ConditionKeyLookup } from '../../catalog/findConditionKey.ts';
import { type ConditionOperator, familiesFor, type OperatorFamily } from '../../policy/conditionOperator.ts';

/**
 * Families that Access Analyzer takes for a type beside its own: reports on AWS's own policies have StringEquals with
 * ARNs and ArnLike with tags, and no finding.
 */
const alsoTaken: Partial<Readonly<Record<OperatorFamily, OperatorFamily>>> = { Arn: 'String', String: 'Arn' };

/** Whether the values of a condition key can be compared by an operator of this family. */
export function takesFamily({ type, alternativeTypes }: ConditionKey, family: OperatorFamily): boolean {
  if (family === 'Null') return true;
  const own = [type, ...alternativeTypes].flatMap((one) => familiesFor[one]);
  return own.some((one) => one === family || alsoTaken[one] === family);
}

/** Whether an operator is made for a key: its type, and one value or several. */
export function suitsKey(operator: ConditionOperator, lookup: ConditionKeyLookup): boolean {
  if (operator.family === 'Null') return 'key' in lookup;
  return (
    'key' in lookup &&
    takesFamily(lookup.key, operator.family) &&
    lookup.key.multivalued === (operator.set !== undefined)
  );
}
