import { Cancelled, hasCode } from '../roles/awsError.ts';

export interface SignInWait<T> {
  /** Settles when the sign-in ended, well or not. */
  readonly ended: Promise<unknown>;
  /** Settles when a file of ~/.aws changes from now on. */
  nextChange(): Promise<unknown>;
  /** What the sign-in was for. */
  attempt(): Promise<T>;
  readonly signal: AbortSignal;
}

/**
 * Attempts it with each change of the files, so that it goes on as soon as the sign-in is good, wherever that was done,
 * and for the last time when the sign-in ended. Throws `Cancelled`, or what the last attempt threw.
 */
export async function waitForSignIn<T>({ ended, nextChange, attempt, signal }: SignInWait<T>): Promise<T> {
  const aborted = new Promise<void>((settle) => {
    signal.addEventListener('abort', () => settle(), { once: true });
    if (signal.aborted) settle();
  });
  const atEnd = ended.then(() => true);
  for (;;) {
    const changed = Promise.race([nextChange(), aborted]).then(() => false);
    const hasEnded = await Promise.race([atEnd, changed]);
    if (signal.aborted) throw new Cancelled('The sign-in was cancelled.');
    try {
      return await attempt();
    } catch (error) {
      if (hasEnded || !hasCode(error, 'signInExpired')) throw error;
    }
  }
}
