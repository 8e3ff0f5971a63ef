import type { ApplyPorts } from './applyPlan.ts';
import type { AwsApi } from './awsApi.ts';
import { Cancelled, ownError } from './awsError.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { asError, performStep, situationIn, type Work, waitIn } from './performStep.ts';
import type { Step } from './plan.ts';
import type { StepState } from './stepState.ts';
import { rulesOf } from './steps/stepTable.ts';

export interface RollBackResult {
  /** What was taken back, as it was done. */
  readonly undone: readonly Step[];
  /** What this run made and could not take back, each with what would undo it. */
  readonly left: readonly Leftover[];
}

export interface Leftover {
  /** What was done. */
  readonly step: Step;
  /** What would undo it. */
  readonly undo: Step;
  readonly error: Error;
}

/** Undoes what the journal holds in inverse order, and nothing else; goes on past errors. Never throws. */
export async function rollBack(journal: Journal, api: AwsApi, ports: ApplyPorts): Promise<RollBackResult> {
  const undone: Step[] = [];
  const left: Leftover[] = [];
  const entries = journal.entries.toReversed();
  for (const [index, entry] of entries.entries()) {
    const tell = (message: string) => ports.progress({ message, step: index, steps: entries.length });
    const work: Work = { api, plan: { target: journal.target, steps: [] }, ports, tell };
    const leftovers = await undoEntry(entry, work);
    if (leftovers.length === 0) undone.push(entry.step);
    left.push(...leftovers);
  }
  return { undone, left };
}

async function undoEntry({ step, undo }: JournalEntry, work: Work): Promise<readonly Leftover[]> {
  const left: Leftover[] = [];
  for (const inverse of undo) {
    const error = await undoBy(inverse, work);
    if (error !== undefined) left.push({ step, undo: inverse, error });
  }
  return left;
}

async function undoBy(inverse: Step, work: Work): Promise<Error | undefined> {
  if (work.ports.signal.aborted) return new Cancelled('Not tried, as rolling back was cancelled.');
  work.tell(rulesOf(inverse).describe(inverse));
  try {
    const state = await surely(inverse, work);
    if (state.kind === 'equal') return undefined;
    if (state.kind === 'blocked') return ownError('blocked', state.reason);
    for (const part of state.kind === 'differs' ? state.steps : [inverse]) {
      const { error } = await performStep(part, work, true);
      if (error !== undefined) return error;
    }
    return undefined;
  } catch (error) {
    return asError(error);
  }
}

/** What was just made may not be seen everywhere, so that it is gone is believed only after half a minute. */
async function surely(inverse: Step, work: Work): Promise<StepState> {
  const look = () => rulesOf(inverse).inspect(inverse, situationIn(work));
  let state = await look();
  for (const pause of [1_000, 2_000, 4_000, 8_000, 15_000]) {
    if (state.kind !== 'equal') break;
    await waitIn(work.ports, pause);
    state = await look();
  }
  return state;
}
