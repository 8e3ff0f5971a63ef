import { driftOf } from '../../roles/folder/drift.ts';
import { driftReport } from '../../roles/folder/driftReport.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { chosenFolder } from './chosenFolder.ts';

/** Shows where AWS has another role than a folder; `argument` is the URI of its manifest. */
export async function showRoleDrift(parts: SessionParts, argument?: unknown): Promise<void> {
  const { ui } = parts;
  const chosen = await chosenFolder(parts, 'The folder of the role', 'Show Drift', argument);
  if (chosen === undefined) return;
  const { connection, role, live, documents } = chosen;
  const where = `account ${role.account} (profile ${connection.profile.name})`;
  if (live === undefined)
    return void (await ui.inform(`There is no role ${role.name} in ${where}. Push Role would create it.`));
  const drift = driftOf(role, live, documents);
  if (drift.length === 0)
    return void (await ui.inform(`Role ${role.name} in ${where} is as the folder has it.`));
  await ui.show({
    title: `Drift of role ${role.name}`,
    language: 'markdown',
    text: driftReport(role, where, drift),
  });
}
