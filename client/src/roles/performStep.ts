import type { ApplyPorts } from './applyPlan.ts';
import type { AwsApi } from './awsApi.ts';
import { Cancelled, isLostAnswer } from './awsError.ts';
import type { JournalEntry } from './journal.ts';
import type { PlanScope, Step } from './plan.ts';
import type { Run, Situation } from './steps/stepRules.ts';
import { rulesOf } from './steps/stepTable.ts';

/** What steps are done in, one after the other. */
export interface Work {
  readonly api: AwsApi;
  readonly plan: PlanScope;
  readonly ports: ApplyPorts;
  /** A sentence part on what goes on. */
  tell(message: string): void;
}

/** An entry where the step was done, even if what followed failed. */
export interface Performed {
  readonly entry: JournalEntry | undefined;
  readonly error: Error | undefined;
  /** The answer was lost, and whether it was done could not be found out. */
  readonly uncertain: boolean;
}

export function situationIn({ api, plan, ports }: Work): Situation {
  return { api, plan, now: ports.now() };
}

/** Does one step. Never throws. */
export async function performStep(step: Step, work: Work, fresh: boolean): Promise<Performed> {
  const rules = rulesOf(step);
  const situation = situationIn(work);
  let done = false;
  let made: string | undefined;
  const run: Run = {
    ...situation,
    fresh,
    wait: (milliseconds) => waitIn(work.ports, milliseconds),
    tell: work.tell,
    made(id) {
      done = true;
      made = id;
    },
  };
  let before: unknown;
  try {
    before = await rules.remember(step, situation);
  } catch (error) {
    return { entry: undefined, error: asError(error), uncertain: false };
  }
  const entry = (id: string | undefined) => ({ step, undo: rules.undo(step, before, id) });
  try {
    await rules.apply(step, run);
    return { entry: entry(made), error: undefined, uncertain: false };
  } catch (error) {
    if (done) return { entry: entry(made), error: asError(error), uncertain: false };
    const found = await lookAfter(step, error, work);
    if (found.kind === 'done')
      return { entry: entry(found.id), error: cancellation(error), uncertain: false };
    return { entry: undefined, error: asError(error), uncertain: found.kind === 'unknown' };
  }
}

type Found =
  | { readonly kind: 'done'; readonly id: string | undefined }
  | { readonly kind: 'not' | 'unknown' };

/**
 * Whether a step that failed was done all the same: its answer may have been lost, and a call that the SDK sent again
 * finds what the first one made. Before the step this was otherwise, so what is as wanted now is of this run.
 */
async function lookAfter(step: Step, error: unknown, work: Work): Promise<Found> {
  const lost = !(error instanceof Cancelled) && isLostAnswer(error);
  for (const pause of lost ? [0, 1_000, 2_000, 4_000] : [0]) {
    try {
      if (pause > 0) await work.ports.wait(pause, work.ports.signal);
      const state = await rulesOf(step).inspect(step, situationIn(work));
      if (state.kind === 'equal') return { kind: 'done', id: state.id };
    } catch {
      return { kind: lost || error instanceof Cancelled ? 'unknown' : 'not' };
    }
  }
  return { kind: lost ? 'unknown' : 'not' };
}

function cancellation(error: unknown): Cancelled | undefined {
  return error instanceof Cancelled ? error : undefined;
}

/** Ends with `Cancelled` when the signal does. */
export async function waitIn({ wait, signal }: ApplyPorts, milliseconds: number): Promise<void> {
  await wait(milliseconds, signal);
  if (signal.aborted) throw new Cancelled('Cancelled.');
}

export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
