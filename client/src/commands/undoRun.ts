import type { Connection } from '../aws/connection.ts';
import { describeStep } from '../roles/describeStep.ts';
import type { Journal } from '../roles/journal.ts';
import type { RolePlan } from '../roles/plan.ts';
import { remainingCli } from '../roles/print/printCli.ts';
import { rollBack } from '../roles/rollBack.ts';
import { applyWithProgress } from './applyWithProgress.ts';
import { type Offer, offer } from './offer.ts';
import type { RoleCommandParts } from './roleCommand.ts';

/** Takes back what one run has made, and tells what is left of it. `because` is a sentence, or empty. */
export async function undoRun(
  { ui, onAccountChange }: Pick<RoleCommandParts, 'ui' | 'onAccountChange'>,
  plan: RolePlan,
  journal: Journal,
  connection: Connection,
  because = '',
  remedies: readonly Offer[] = [],
): Promise<void> {
  const title = `Undo: ${plan.title}`;
  const { left } = await applyWithProgress(ui, title, (ports) => rollBack(journal, connection.api(), ports));
  onAccountChange?.(plan);
  const reason = because === '' ? '' : ` ${because}`;
  if (left.length === 0) {
    const tell = because === '' ? ui.inform : ui.fail;
    return offer(tell, `${title}: done, nothing of this run is left.${reason}`, remedies);
  }
  const list = left.map(({ step, error }) => `“${describeStep(step)}” (${error.message})`).join(', ');
  const undoing = left.map(({ undo }) => undo);
  await offer(ui.fail, `${title}: not all could be undone. Still there: ${list}.${reason}`, [
    { label: 'Copy Remaining Commands', run: () => ui.copy(remainingCli(plan, undoing)) },
    ...remedies,
  ]);
}
