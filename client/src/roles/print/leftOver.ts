import { describeStep } from '../describeStep.ts';
import type { Step } from '../plan.ts';

/** Lines of a comment on steps that a format has no words for. */
export function leftOver(format: string, steps: readonly Step[]): readonly string[] {
  if (steps.length === 0) return [];
  const list = steps.map((step) => `- ${describeStep(step)}`);
  return [
    `Not in here, because ${format} does not express it; do it before or after, such as with the AWS CLI:`,
    ...list,
  ];
}

/** What other tools do by themselves, so that it is not missing. */
export function isWaiting({ kind }: Step): boolean {
  return kind === 'waitUntilUsable';
}
