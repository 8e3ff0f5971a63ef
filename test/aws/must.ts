/** The value, of which a test knows that it is there. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is nothing.');
  return value;
}
