import type { Step } from './plan.ts';
import { rulesOf } from './steps/stepTable.ts';

/** A sentence part, such as `Create role orders-reader`. */
export function describeStep(step: Step): string {
  return rulesOf(step).describe(step);
}
