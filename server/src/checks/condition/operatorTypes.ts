import type { ConditionKey } from '../../catalog/catalog.ts';
import type { ConditionKeyLookup } from '../../catalog/findConditionKey.ts';
import { type ConditionOperator, familiesFor, type OperatorFamily } from '../../policy/conditionOperator.ts';

/**
 * Families whose values operators of another family take as well: reports on AWS's own policies have StringEquals with
 * ARNs and ArnLike with tags, and no finding; text in base64 is a string.
 */
const alsoTaken: Partial<Readonly<Record<OperatorFamily, OperatorFamily>>> = {
  Arn: 'String',
  String: 'Arn',
  Binary: 'String',
};

/** Whether the values of a condition key can be compared by an operator of this family. */
export function takesFamily({ type, alternativeTypes }: ConditionKey, family: OperatorFamily): boolean {
  if (family === 'Null') return true;
  const own = [type, ...alternativeTypes].flatMap((one) => familiesFor[one]);
  return own.some((one) => one === family || alsoTaken[family] === one);
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
