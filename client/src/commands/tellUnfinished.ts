import type { Connection } from '../aws/connection.ts';
import type { ApplyResult } from '../roles/applyPlan.ts';
import { describeStep } from '../roles/describeStep.ts';
import type { RolePlan, Step } from '../roles/plan.ts';
import { remainingCli } from '../roles/print/printCli.ts';
import { offer } from './offer.ts';
import type { RoleCommandParts } from './roleCommand.ts';
import { remedies } from './tellError.ts';
import { undoRun } from './undoRun.ts';

type Unfinished = Exclude<ApplyResult, { kind: 'applied' }>;
type Parts = Pick<RoleCommandParts, 'ui' | 'openPolicies' | 'activeProfile' | 'onAccountChange'>;

const choices = {
  rollBack: 'Roll Back',
  keep: 'Keep',
  copy: 'Copy Remaining Commands',
} as const;

/** After a run that did not get to its end: what was made is rolled back, kept or gone on with by hand, and told. */
export async function tellUnfinished(
  parts: Parts,
  plan: RolePlan,
  result: Unfinished,
  connection: Connection,
): Promise<void> {
  const { ui } = parts;
  const { journal, remaining, uncertain } = result;
  const why = reasonOf(result);
  const offers = result.kind === 'failed' ? remedies(parts, result.error, result.failedStep) : [];
  const tell = result.kind === 'failed' ? ui.fail : ui.inform;
  const doubt =
    uncertain === undefined ? '' : ` It is not known whether “${describeStep(uncertain)}” happened.`;
  const made = journal.entries.map(({ step }) => step);
  if (made.length === 0) {
    const rest = uncertain === undefined ? ' Nothing was changed.' : doubt;
    return offer(tell, `${plan.title}: ${why}${rest}`, offers);
  }
  const choice = await ui.confirm({
    message: `${plan.title}: ${why}`,
    detail: [list('Done so far:', made), list('Not done:', remaining), doubt.trim()]
      .filter(Boolean)
      .join('\n\n'),
    buttons: [choices.rollBack, choices.keep, choices.copy],
  });
  if (choice === choices.rollBack) return undoRun(parts, plan, journal, connection, why + doubt, offers);
  if (choice === choices.copy) await ui.copy(remainingCli(plan, remaining));
  const copied = choice === choices.copy ? ' The commands for the rest are on the clipboard.' : '';
  await offer(tell, `${plan.title}: ${why} Kept: ${made.map(describeStep).join(', ')}.${doubt}${copied}`, [
    {
      label: choices.rollBack,
      run: () => undoRun(parts, plan, journal, connection, why + doubt, offers),
    },
    ...offers,
  ]);
}

function reasonOf(result: Unfinished): string {
  if (result.kind === 'cancelled') return 'cancelled.';
  return `“${describeStep(result.failedStep)}” failed. ${result.error.message}`;
}

function list(heading: string, steps: readonly Step[]): string {
  return steps.length === 0 ? '' : [heading, ...steps.map((step) => `• ${describeStep(step)}`)].join('\n');
}
