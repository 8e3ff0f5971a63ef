import { pushPlan } from '../../roles/folder/pushPlan.ts';
import { sameDocument } from '../../roles/sameDocument.ts';
import { mostVersions } from '../../roles/steps/policyVersions.ts';
import { passCheck } from '../live/passCheck.ts';
import { mayDeleteOldest } from '../mayDeleteOldest.ts';
import { runPlan } from '../runPlan.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { targetOf } from '../targetOf.ts';
import { type ChosenFolder, chosenFolder } from './chosenFolder.ts';

/** Brings AWS to what a folder has, as a role plan; `argument` is the URI of its manifest. */
export async function pushRole(parts: SessionParts, argument?: unknown): Promise<void> {
  const chosen = await chosenFolder(parts, 'The folder of the role', 'Push Role', argument);
  if (chosen === undefined) return;
  const target = await targetOf(chosen.connection);
  const problem = await checked(parts, chosen, target.account);
  if (problem !== undefined) return void (await parts.ui.fail(problem));
  const { connection, role, live, documents } = chosen;
  const versions = new Map<string, number>();
  for (const { arn, document } of role.attachedPolicies) {
    const now = documents.get(arn);
    if (document === undefined || now === undefined) continue;
    const count = (await connection.api().listPolicyVersions(arn)).length;
    versions.set(arn, count);
    const isFull = count >= mostVersions && !sameDocument(now, document);
    if (isFull && !(await mayDeleteOldest(parts.ui, arn))) return;
  }
  await runPlan(parts, pushPlan(role, live, versions, target, mostVersions));
}

/** A sentence on the first file that AWS would refuse, or that the user wants to look at. */
async function checked(
  parts: SessionParts,
  { folder, role }: ChosenFolder,
  account: string,
): Promise<string | undefined> {
  const { manifest, trustPolicy, inlinePolicies, attachedPolicies } = role;
  const documents = [
    { file: manifest.trustPolicy, type: 'trust' as const, document: trustPolicy },
    ...manifest.inlinePolicies.map(({ file }, index) => ({
      file,
      type: 'identity' as const,
      document: inlinePolicies[index]?.document,
    })),
    ...manifest.attachedPolicies.map(({ file }, index) => ({
      file,
      type: 'identity' as const,
      document: attachedPolicies[index]?.document,
    })),
  ];
  for (const { file, type, document } of documents) {
    if (file === undefined || document === undefined) continue;
    const problem = await passCheck(parts, type, document, parts.files.uriOf(folder, file), account);
    if (problem !== undefined) return `${file}: ${problem}`;
  }
  return undefined;
}
