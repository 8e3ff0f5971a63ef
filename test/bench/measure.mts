/** Milliseconds that 50 and 99 of a hundred runs stay within. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

/** Times each run of an action by itself, after some that do not count. */
export async function timesOf(
  runs: number,
  warmUp: number,
  action: (index: number) => unknown,
): Promise<Times> {
  for (let index = 0; index < warmUp; index++) await action(index);
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    const start = performance.now();
    await action(warmUp + index);
    times.push(performance.now() - start);
  }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** The value that a share of a list stays within. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
