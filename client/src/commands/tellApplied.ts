import type { Connection } from '../aws/connection.ts';
import { describeTarget } from '../aws/describeTarget.ts';
import { describeStep } from '../roles/describeStep.ts';
import type { Journal } from '../roles/journal.ts';
import type { RolePlan } from '../roles/plan.ts';
import { type Offer, offer } from './offer.ts';
import { consoleUrl, madeArn } from './planResult.ts';
import type { RoleCommandParts } from './roleCommand.ts';
import { tellError } from './tellError.ts';
import { undoRun } from './undoRun.ts';

type Parts = Pick<RoleCommandParts, 'ui' | 'openPolicies' | 'activeProfile' | 'onAccountChange'>;

const undo = 'Undo';

/** Tells that a plan was applied, with what can be done next; settles with whether it was undone. */
export async function tellApplied(
  parts: Parts,
  plan: RolePlan,
  journal: Journal,
  connection: Connection,
): Promise<boolean> {
  const { ui } = parts;
  let undone = false;
  const arn = madeArn(plan);
  const url = connection.endpoint === undefined ? consoleUrl(plan) : undefined;
  const offers: readonly (Offer | undefined)[] = [
    url === undefined ? undefined : { label: 'Open in Console', run: () => ui.openExternal(url) },
    arn === undefined ? undefined : { label: 'Copy ARN', run: () => ui.copy(arn) },
    journal.entries.length === 0
      ? undefined
      : {
          label: undo,
          async run() {
            undone = await undoAfterAsking(parts, plan, journal, connection);
          },
        },
  ];
  await offer(
    ui.inform,
    `${plan.title}: done.`,
    offers.filter((one) => one !== undefined),
  );
  return undone;
}

async function undoAfterAsking(
  parts: Parts,
  plan: RolePlan,
  journal: Journal,
  connection: Connection,
): Promise<boolean> {
  try {
    const { phrase, warnings } = describeTarget(connection, await connection.caller());
    const steps = journal.entries.flatMap(({ undo: steps }) => steps.map(describeStep)).toReversed();
    const choice = await parts.ui.confirm({
      message: `Undo “${plan.title}” in ${phrase}?`,
      detail: [...warnings, steps.map((step) => `• ${step}`).join('\n')].join('\n\n'),
      buttons: [undo],
    });
    if (choice !== undo) return false;
    await undoRun(parts, plan, journal, connection);
    return true;
  } catch (error) {
    await tellError(parts, error);
    return false;
  }
}
