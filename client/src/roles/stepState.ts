import type { Step } from './plan.ts';

/** How a step stands to what AWS has now. */
export type StepState =
  /** To be done: what it makes is not there, what it removes still is. */
  | { readonly kind: 'pending' }
  /** Nothing to do. `id` is the version, role or the like that is as wanted, where the step does not name it. */
  | { readonly kind: 'equal'; readonly id?: string }
  /** There, but otherwise; `steps` bring it to what is wanted. */
  | {
      readonly kind: 'differs';
      readonly differences: readonly Difference[];
      readonly steps: readonly Step[];
    }
  /** Cannot be done; the reason is a sentence that says what to do. */
  | { readonly kind: 'blocked'; readonly reason: string };

export interface Difference {
  /** Such as `trust policy`. */
  readonly what: string;
  readonly live: string;
  readonly wanted: string;
}

export const pending: StepState = { kind: 'pending' };
export const equal: StepState = { kind: 'equal' };

export function blocked(reason: string): StepState {
  return { kind: 'blocked', reason };
}

/** Equal where there is no difference. */
export function differing(differences: readonly Difference[], steps: readonly Step[]): StepState {
  return differences.length === 0 ? equal : { kind: 'differs', differences, steps };
}
