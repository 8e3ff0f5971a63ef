import type { Step } from './plan.ts';

/** A sentence part, such as `Create role orders-reader`. */
export function describeStep(step: Step): string {
  return step.kind;
}
