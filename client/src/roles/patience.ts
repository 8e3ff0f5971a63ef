import { type AwsError, hasCode } from './awsError.ts';
import type { Run } from './steps/stepRules.ts';

/** A refusal that goes away by itself. */
export interface Patience {
  readonly codes: readonly string[];
  /** In what AWS wrote. */
  readonly message?: RegExp;
  /** How long it is worth waiting. */
  readonly milliseconds: number;
  /** A sentence part on what is being waited for. */
  readonly what: string;
}

/** IAM's changes take this long at most to be seen everywhere; to wait longer hides real mistakes. */
export const propagationTime = 120_000;

const longestPause = 5_000;

/** Refusals that any change may meet. */
const everywhere: readonly Patience[] = [
  {
    codes: ['ConcurrentModification', 'EntityTemporarilyUnmodifiable'],
    milliseconds: 15_000,
    what: 'another change to end',
  },
];

/** AWS not yet knowing everywhere what this run has made. */
const unseen: Patience = {
  codes: ['NoSuchEntity'],
  milliseconds: 30_000,
  what: 'what was just created to be seen everywhere',
};

/** Calls until it is done, another error comes, or the patience with this error is at its end; then throws the error. */
export async function patiently<T>(run: Run, own: readonly Patience[], call: () => Promise<T>): Promise<T> {
  const known = [...own, ...everywhere, ...(run.fresh ? [unseen] : [])];
  const pauses = pausing(run);
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const patience = known.find((one) => fits(error, one));
      if (patience === undefined || !(await pauses(patience.milliseconds, patience.what))) throw error;
    }
  }
}

/** Reads until there is something, for as long as a change of IAM may take; undefined when it did not come. */
export async function untilSeen<T>(
  run: Run,
  what: string,
  read: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const pauses = pausing(run);
  for (;;) {
    const found = await read();
    if (found !== undefined || !(await pauses(propagationTime, what))) return found;
  }
}

/** Waits a little longer each time; answers false instead, once the time is over. */
function pausing(run: Run): (limit: number, what: string) => Promise<boolean> {
  let waited = 0;
  let pause = 1_000;
  return async (limit, what) => {
    if (waited + pause > limit) return false;
    run.tell(`Waiting for ${what}`);
    await run.wait(pause);
    waited += pause;
    pause = Math.min(pause * 1.5, longestPause);
    return true;
  };
}

function fits(error: unknown, { codes, message }: Patience): error is AwsError {
  return hasCode(error, ...codes) && (message?.test(error.details.awsMessage) ?? true);
}
