import type { KeyType } from '../catalog/catalog.ts';

/**
 * Condition operators. Source: IAM User Guide, IAM JSON policy elements: Condition operators
 * (reference_policies_elements_condition_operators.html).
 */
export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';
export type SetOperator = 'ForAllValues' | 'ForAnyValue';

export interface OperatorRule {
  readonly name: string;
  readonly family: OperatorFamily;
  readonly negated: boolean;
  /** `*` and `?` in a value match other characters. */
  readonly wildcards: boolean;
  /** What it tests, as the end of the sentence "The key's value …". */
  readonly meaning: string;
}

export interface ConditionOperator extends OperatorRule {
  readonly set: SetOperator | undefined;
  readonly ifExists: boolean;
}

type Row = readonly [name: string, negated: boolean, wildcards: boolean, meaning: string];

const families: Readonly<Record<OperatorFamily, readonly Row[]>> = {
  String: [
    ['StringEquals', false, false, 'is exactly one of the values, letter case included'],
    ['StringNotEquals', true, false, 'is none of the values, letter case included'],
    ['StringEqualsIgnoreCase', false, false, 'is one of the values in any letter case'],
    ['StringNotEqualsIgnoreCase', true, false, 'is none of the values in any letter case'],
    [
      'StringLike',
      false,
      true,
      'matches one of the patterns, where * stands for any text and ? for one character',
    ],
    [
      'StringNotLike',
      true,
      true,
      'matches none of the patterns, where * stands for any text and ? for one character',
    ],
  ],
  Numeric: [
    ['NumericEquals', false, false, 'equals one of the numbers'],
    ['NumericNotEquals', true, false, 'equals none of the numbers'],
    ['NumericLessThan', false, false, 'is less than the number'],
    ['NumericLessThanEquals', false, false, 'is at most the number'],
    ['NumericGreaterThan', false, false, 'is greater than the number'],
    ['NumericGreaterThanEquals', false, false, 'is at least the number'],
  ],
  Date: [
    ['DateEquals', false, false, 'is exactly the time'],
    ['DateNotEquals', true, false, 'is not the time'],
    ['DateLessThan', false, false, 'is before the time'],
    ['DateLessThanEquals', false, false, 'is the time or before it'],
    ['DateGreaterThan', false, false, 'is after the time'],
    ['DateGreaterThanEquals', false, false, 'is the time or after it'],
  ],
  Bool: [['Bool', false, false, 'is the truth value']],
  Binary: [['BinaryEquals', false, false, 'is exactly the bytes that the value encodes in base64']],
  IpAddress: [
    ['IpAddress', false, false, 'lies within one of the address ranges'],
    ['NotIpAddress', true, false, 'lies outside all of the address ranges'],
  ],
  Arn: [
    [
      'ArnEquals',
      false,
      true,
      'matches one of the ARNs, each of the six fields by itself; the same as ArnLike',
    ],
    ['ArnLike', false, true, 'matches one of the ARNs, each of the six fields by itself'],
    ['ArnNotEquals', true, true, 'matches none of the ARNs; the same as ArnNotLike'],
    ['ArnNotLike', true, true, 'matches none of the ARNs, each of the six fields by itself'],
  ],
  Null: [['Null', false, false, 'is absent (true) or present and not empty (false)']],
};

/** All 27 operators in the order of AWS's page. */
export const operatorRules: readonly OperatorRule[] = Object.entries(families).flatMap(([family, rows]) =>
  rows.map(([name, negated, wildcards, meaning]) => ({
    name,
    family: family as OperatorFamily,
    negated,
    wildcards,
    meaning,
  })),
);

const byName = new Map(operatorRules.map((rule) => [rule.name.toLowerCase(), rule]));
const sets: Readonly<Record<string, SetOperator>> = {
  forallvalues: 'ForAllValues',
  foranyvalue: 'ForAnyValue',
};

/**
 * Reads an operator such as `ForAnyValue:StringLikeIfExists`; letter case is free, as IAM takes it.
 * Undefined for a name that is none.
 */
export function parseOperator(text: string): ConditionOperator | undefined {
  const lower = text.toLowerCase();
  const colon = lower.indexOf(':');
  const set = colon < 0 ? undefined : sets[lower.slice(0, colon)];
  if (colon >= 0 && set === undefined) return undefined;
  const rest = lower.slice(colon + 1);
  const ifExists = rest.endsWith('ifexists');
  const rule = byName.get(ifExists ? rest.slice(0, -'ifexists'.length) : rest);
  return rule && { ...rule, set, ifExists };
}

/** Operator families that suit each type of condition key. */
export const familiesFor: Readonly<Record<KeyType, readonly OperatorFamily[]>> = {
  String: ['String'],
  Numeric: ['Numeric'],
  Date: ['Date'],
  Bool: ['Bool'],
  Binary: ['Binary'],
  IPAddress: ['IpAddress'],
  ARN: ['Arn'],
  Null: ['Null'],
};
