import type { ApplyPorts } from '../roles/applyPlan.ts';
import type { Ui } from '../ui/ui.ts';
import { wait } from './waiting.ts';

/** Runs what applies or rolls back, with its progress shown and a way to cancel it. */
export function applyWithProgress<Result>(
  ui: Pick<Ui, 'progress'>,
  title: string,
  work: (ports: ApplyPorts) => Promise<Result>,
): Promise<Result> {
  return ui.progress(title, (report, signal) => {
    let reached = 0;
    return work({
      signal,
      wait,
      now: () => new Date(),
      progress({ message, step, steps }) {
        const increment = Math.max(0, ((step - reached) / steps) * 100);
        reached = Math.max(reached, step);
        report({ message: `${step + 1}/${steps} ${message}`, increment });
      },
    });
  });
}
