import { wildcard } from './wildcard.ts';

/** Values of condition keys by lower-case name; keys that the request lacks are not in it. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

type Comparison = (value: string, wanted: string) => boolean;

function numeric(compare: (value: number, wanted: number) => boolean): Comparison {
  return (value, wanted) => compare(Number(value), Number(wanted));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: (value, wanted) => value === wanted,
  StringEqualsIgnoreCase: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  StringLike: (value, wanted) => wildcard(wanted).test(value),
  ArnEquals: (value, wanted) => wildcard(wanted).test(value),
  ArnLike: (value, wanted) => wildcard(wanted).test(value),
  Bool: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  NumericEquals: numeric((value, wanted) => value === wanted),
  NumericLessThan: numeric((value, wanted) => value < wanted),
  NumericLessThanEquals: numeric((value, wanted) => value <= wanted),
  NumericGreaterThan: numeric((value, wanted) => value > wanted),
  NumericGreaterThanEquals: numeric((value, wanted) => value >= wanted),
  DateLessThan: (value, wanted) => Date.parse(value) < Date.parse(wanted),
  DateGreaterThan: (value, wanted) => Date.parse(value) > Date.parse(wanted),
  IpAddress: (value, wanted) => wanted === value || wanted === '0.0.0.0/0',
};

const opposites: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
  NotIpAddress: 'IpAddress',
};

/** Whether a condition key of the request is as one operator of a policy wants it. */
export function conditionHolds(
  operator: string,
  key: string,
  wanted: readonly string[],
  context: RequestContext,
): boolean {
  const values = context.get(key.toLowerCase());
  const [, set = '', name = '', ifExists] =
    /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  if (name === 'Null') return wanted.includes(String(values === undefined));
  if (values === undefined) return ifExists !== undefined || set === 'ForAllValues:' || name in opposites;
  const opposite = opposites[name];
  const compare = comparisons[opposite ?? name];
  if (compare === undefined) throw new Error(`The fake AWS has no condition operator ${name}.`);
  const one = (value: string) => wanted.some((text) => compare(value, text)) !== (opposite !== undefined);
  return set === 'ForAllValues:' ? values.every(one) : values.some(one);
}
