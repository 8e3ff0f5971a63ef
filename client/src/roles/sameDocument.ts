/**
 * Whether two policy documents say the same, however they are written: white space, the order of keys and of lists, and
 * one value in place of a list of one make no difference, nor does what IAM itself rewrites or takes in any case.
 */
export function sameDocument(one: string, other: string): boolean {
  const [left, right] = [parsed(one), parsed(other)];
  if (left === undefined || right === undefined) return one.trim() === other.trim();
  return canonical(left) === canonical(right);
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text that is the same for all documents of one meaning. `element` is the key that the value stands under. */
function canonical(value: Json, element = ''): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map((one) => canonical(one, element)))].sort()}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, member]) => `${JSON.stringify(key)}:${list(member, key)}`,
    );
    return `{${members.sort()}}`;
  }
  const text = String(value);
  return JSON.stringify(rewritten[element]?.(text) ?? text);
}

function list(value: Json, element: string): string {
  if (element === 'Condition') return foldedCondition(value);
  return canonical(Array.isArray(value) ? value : [value], element);
}

const lower = (text: string) => text.toLowerCase();

const rewritten: Readonly<Record<string, (text: string) => string>> = {
  Action: lower,
  NotAction: lower,
  /** An account may be written as its number, which IAM stores as the ARN of its root. */
  AWS: (text) => /^arn:[^:]+:iam::(\d{12}):root$/.exec(text)?.[1] ?? text,
};

/** Names of operators and keys are the same in any case. */
function foldedCondition(value: Json): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return canonical(value);
  const members = Object.entries(value).map(([operator, keys]) => {
    const folded =
      typeof keys === 'object' && keys !== null && !Array.isArray(keys)
        ? Object.entries(keys).map(([key, values]) => `${JSON.stringify(lower(key))}:${list(values, '')}`)
        : [canonical(keys)];
    return `${JSON.stringify(lower(operator))}:{${folded.sort()}}`;
  });
  return `{${members.sort()}}`;
}

/** The trust or permission policy with two spaces a level, or as it is where it cannot be read. */
export function formattedDocument(document: string): string {
  const value = parsed(document);
  return value === undefined ? document : JSON.stringify(value, undefined, 2);
}
