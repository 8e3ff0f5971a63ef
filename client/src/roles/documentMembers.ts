/** The statements of a policy document as they stand there; none where the text is no JSON object with any. */
export function statementsOf(document: string): readonly unknown[] {
  try {
    return listed(member(JSON.parse(document), 'Statement'));
  } catch {
    return [];
  }
}

export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

/** IAM takes one value for a list of one. */
export function listed(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
