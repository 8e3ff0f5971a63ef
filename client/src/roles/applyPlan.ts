import type { AwsApi } from './awsApi.ts';
import { type AwsError, Cancelled, ownError } from './awsError.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { asError, performStep, situationIn, type Work } from './performStep.ts';
import type { RolePlan, Step } from './plan.ts';
import { equal, type StepState } from './stepState.ts';
import { rulesOf } from './steps/stepTable.ts';

/** What applying and rolling back need of the world. */
export interface ApplyPorts {
  /** Ends the work between two calls; a call under way is finished, so that nothing is left unknown. */
  readonly signal: AbortSignal;
  /** `step` is the one at hand, counted from 0; the message a sentence part. */
  progress(progress: { readonly message: string; readonly step: number; readonly steps: number }): void;
  /** Settles after the time, or as soon as the signal ends. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  now(): Date;
}

export type ApplyResult =
  | { readonly kind: 'applied'; readonly journal: Journal }
  | (Ended & { readonly kind: 'failed'; readonly failedStep: Step; readonly error: Error })
  | (Ended & { readonly kind: 'cancelled' });

interface Ended {
  /** What this run has made so far. */
  readonly journal: Journal;
  /** What is not done: from the step that failed, or was next, to the last. */
  readonly remaining: readonly Step[];
  /** A step whose answer was lost, and of which could not be found out whether it happened. */
  readonly uncertain: Step | undefined;
}

/**
 * Does the steps that are not yet so, as confirmed by `states`; stops where AWS has meanwhile changed. Never throws.
 * `api` must not be bound to the signal.
 */
export async function applyPlan(
  plan: RolePlan,
  states: readonly StepState[],
  api: AwsApi,
  ports: ApplyPorts,
): Promise<ApplyResult> {
  const entries: JournalEntry[] = [];
  const journal: Journal = { target: plan.target, entries };
  const ended = (index: number, uncertain?: Step): Ended => ({
    journal,
    remaining: plan.steps.slice(index),
    uncertain,
  });
  const obstacle = states.findIndex(({ kind }) => kind === 'blocked');
  const steps = obstacle < 0 ? plan.steps : plan.steps.slice(obstacle, obstacle + 1);
  for (const [offset, step] of steps.entries()) {
    const index = Math.max(obstacle, 0) + offset;
    if (ports.signal.aborted) return { kind: 'cancelled', ...ended(index) };
    const tell = (message: string) => ports.progress({ message, step: index, steps: plan.steps.length });
    tell(rulesOf(step).describe(step));
    const outcome = await applyStep(step, states[index], { api, plan, ports, tell }, entries);
    if (outcome.kind === 'done') continue;
    const { error, happened, uncertain } = outcome;
    const rest = ended(happened ? index + 1 : index, uncertain);
    if (error instanceof Cancelled) return { kind: 'cancelled', ...rest };
    return { kind: 'failed', failedStep: step, error, ...rest };
  }
  return { kind: 'applied', journal };
}

type Outcome =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'ended';
      readonly error: Error;
      /** Only what followed it failed. */
      readonly happened: boolean;
      readonly uncertain: Step | undefined;
    };

async function applyStep(
  step: Step,
  confirmed: StepState | undefined,
  work: Work,
  entries: JournalEntry[],
): Promise<Outcome> {
  const failed = (error: Error): Outcome => ({ kind: 'ended', error, happened: false, uncertain: undefined });
  const state = await stateOf(step, work);
  if (state instanceof Error) return failed(state);
  if (state.kind === 'equal') return { kind: 'done' };
  if (state.kind === 'blocked') return failed(ownError('blocked', state.reason));
  if (!sameState(state, confirmed)) return failed(changedSince(step));
  const parts = state.kind === 'differs' ? state.steps : [step];
  for (const [index, part] of parts.entries()) {
    const { entry, error, uncertain } = await performStep(part, work, entries.length > 0);
    if (entry !== undefined) entries.push(entry);
    if (error === undefined && index < parts.length - 1 && work.ports.signal.aborted)
      return failed(new Cancelled('Cancelled.'));
    if (error === undefined) continue;
    const happened = entry !== undefined && index === parts.length - 1;
    return { kind: 'ended', error, happened, uncertain: uncertain ? part : undefined };
  }
  return { kind: 'done' };
}

async function stateOf(step: Step, work: Work): Promise<StepState | Error> {
  try {
    return await rulesOf(step).inspect(step, situationIn(work));
  } catch (error) {
    return asError(error);
  }
}

/** What was confirmed, and no other thing, is done. */
function sameState(now: StepState, confirmed: StepState = equal): boolean {
  return JSON.stringify(now) === JSON.stringify(confirmed);
}

function changedSince(step: Step): AwsError {
  return ownError(
    'changedSince',
    `Not done, because something changed in AWS since the plan was shown: ${rulesOf(step).describe(step)}. Look at the plan again, then apply it.`,
  );
}
