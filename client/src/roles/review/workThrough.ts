import { AwsError, hasCode } from '../awsError.ts';

export interface WorkPorts {
  /** How many are done. */
  done(count: number): void;
  /** What is to come of an error that ends the work: true to go on with what is left, after a new sign-in for example. */
  mend(error: AwsError, done: number): Promise<boolean>;
  wait(milliseconds: number): Promise<void>;
}

/** So many at a time, as IAM takes few calls a second from an account. */
const together = 4;
const throttlingPauses: readonly number[] = [2_000, 5_000, 10_000, 20_000];

/**
 * Works through a list, a few at a time. What is done stays done: after an error of AWS the work goes on where it stopped,
 * if that can be mended. The answer has the results of those that were done, in the list's order.
 */
export async function workThrough<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  ports: WorkPorts,
): Promise<ReadonlyMap<Item, Result>> {
  const results = new Map<Item, Result>();
  const left = [...items];
  let isOver = false;
  let mending: Promise<boolean> | undefined;
  let mended = 0;

  const attempt = async (item: Item): Promise<void> => {
    for (const pause of [...throttlingPauses, undefined]) {
      try {
        results.set(item, await work(item));
        return ports.done(results.size);
      } catch (error) {
        if (pause === undefined || !isThrottled(error)) throw error;
        await ports.wait(pause);
      }
    }
  };
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      const round = mended;
      try {
        await attempt(item);
      } catch (error) {
        left.unshift(item);
        if (!(error instanceof AwsError)) {
          isOver = true;
          throw error;
        }
        // What others have mended meanwhile is just tried again.
        if (round === mended) {
          mending ??= ports.mend(error, results.size).finally(() => {
            mended++;
            mending = undefined;
          });
          isOver ||= !(await mending);
        }
      }
      if (isOver) return;
      await mending;
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return new Map(items.flatMap((item) => (results.has(item) ? [[item, results.get(item) as Result]] : [])));
}

function isThrottled(error: unknown): boolean {
  return hasCode(
    error,
    'Throttling',
    'Throttled',
    'RequestLimitExceeded',
    'TooManyRequests',
    'RequestThrottled',
  );
}
