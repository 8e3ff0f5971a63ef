import { tightenPolicy } from '../access/tightenPolicy.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { readDocument } from '../policy/readDocument.ts';
import type { TightenedPolicy, TightenPolicyParams } from '../protocol.ts';
import { applyTextEdits, textEdits } from '../syntax/textEdits.ts';

/** The text of a policy without what was not used; null for a text that is no policy. */
export function tightenedPolicy(
  { text, use }: TightenPolicyParams,
  catalog: Catalog,
): TightenedPolicy | null {
  const file = readDocument(text, { chosen: { type: 'identity' } });
  const policy = file.policies[0]?.policy;
  if (policy === undefined) return null;
  const { edits, changes, leavesNothing, notActions } = tightenPolicy(policy, use, catalog);
  const tightened = leavesNothing ? null : applyTextEdits(file.text, textEdits(file.text, edits, 0));
  return { text: tightened, changes, notActions };
}
