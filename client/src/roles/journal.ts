import type { PlanTarget, Step } from './plan.ts';

/** What one run has done to AWS, in its order, with what undoes it. */
export interface Journal {
  readonly target: PlanTarget;
  readonly entries: readonly JournalEntry[];
}

export interface JournalEntry {
  readonly step: Step;
  readonly undo: readonly Step[];
}
