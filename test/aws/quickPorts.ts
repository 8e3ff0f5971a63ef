import type { ApplyPorts } from '../../client/src/roles/applyPlan.ts';

export interface QuickPorts extends ApplyPorts {
  /** Milliseconds that would have been waited. */
  readonly waited: readonly number[];
  readonly messages: readonly string[];
}

/** Ports that take no time, and tell what went on. `onStep` is called as each step of the plan begins. */
export function quickPorts(
  signal: AbortSignal = new AbortController().signal,
  onStep: (step: number) => void = () => {},
): QuickPorts {
  const waited: number[] = [];
  const messages: string[] = [];
  return {
    signal,
    waited,
    messages,
    progress({ message, step }) {
      messages.push(message);
      onStep(step);
    },
    async wait(milliseconds) {
      waited.push(milliseconds);
    },
    now: () => new Date(),
  };
}
