import { type StatementJson, statementJson } from '../../checks/splitStatement.ts';
import { managedPolicyQuota, policySize } from '../../policy/policySize.ts';
import type { PolicyType } from '../../policy/policyType.ts';
import { readDocument } from '../../policy/readDocument.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import { applyTextEdits, textEdits } from '../../syntax/textEdits.ts';
import type { TextEdit } from '../../syntax/treeEdit.ts';
import { newPolicy, standsAlone } from './newPolicy.ts';
import type { Refactoring, Selection } from './refactorItem.ts';
import { holdsComment, isWhole } from './selected.ts';

/** Of which several can be attached, so that two say what one said. */
const attachable: ReadonlySet<PolicyType> = new Set(['identity', 'scp', 'rcp']);

/**
 * Moves what a policy holds beyond its quota to a second file: whole statements, or actions of the first statement
 * where that one is too long by itself. The second may be too long in its turn.
 */
export const splitOversize: Refactoring = {
  kind: 'refactor.extract.iamRoles.splitPolicy',
  find(selection) {
    const { policy } = selection.detected;
    const quota = quotaOf(selection);
    if (quota === undefined || !attachable.has(policy.kind.type)) return [];
    if (!standsAlone(selection) || !isWhole(selection) || holdsComment(selection, policy.node)) return [];
    const statements = policy.statements.map(statementJson).filter((json) => json !== undefined);
    if (statements.length < policy.statements.length) return [];
    const cut = cutStatements(selection, statements, quota) ?? cutActions(selection, statements, quota);
    if (cut === undefined) return [];
    return [
      {
        title: `Move what exceeds ${quota.toLocaleString('en')} characters to a second policy file`,
        edits: cut.edits,
        newFile: newPolicy(selection, cut.moved, ''),
      },
    ];
  },
};

interface Cut {
  readonly edits: readonly TextEdit[];
  readonly moved: readonly StatementJson[];
}

/** Undefined for a policy that keeps within it. Of inline policies the sum counts, which a second one does not mend. */
function quotaOf({ detected: { policy } }: Selection): number | undefined {
  const size = policySize(policy);
  const quota = policy.kind.type === 'identity' ? managedPolicyQuota : size?.quota;
  return size !== undefined && quota !== undefined && size.characters > quota ? quota : undefined;
}

function cutStatements(
  selection: Selection,
  statements: readonly StatementJson[],
  quota: number,
): Cut | undefined {
  const nodes = selection.detected.policy.statements.map(({ node }) => node);
  const kept = mostKept(nodes.length, (count) => fits(selection, nodes.slice(count), quota));
  if (kept === undefined) return undefined;
  return { edits: removed(selection, nodes.slice(kept)), moved: statements.slice(kept) };
}

function cutActions(
  selection: Selection,
  [json, ...others]: readonly StatementJson[],
  quota: number,
): Cut | undefined {
  const [statement, ...behind] = selection.detected.policy.statements;
  const { action } = statement ?? {};
  const list = action?.value;
  const name = literalOf(action?.key);
  if (json === undefined || name === undefined || action?.name !== 'Action' || list?.kind !== 'array')
    return undefined;
  const nodes = behind.map(({ node }) => node);
  const texts = list.items.flatMap((item) => literalOf(item) ?? []);
  const from = (count: number) => [...list.items.slice(count), ...nodes];
  const kept = mostKept(list.items.length, (count) => fits(selection, from(count), quota));
  if (kept === undefined || texts.length < list.items.length) return undefined;
  return {
    edits: removed(selection, from(kept)),
    moved: [{ ...json, [name]: texts.slice(kept) }, ...others],
  };
}

/** The greatest number from 1 to `count` - 1 that fits, as all below it do. */
function mostKept(count: number, fitsWith: (kept: number) => boolean): number | undefined {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (fitsWith(middle)) low = middle;
    else high = middle;
  }
  return low === 0 ? undefined : low;
}

function removed({ file }: Selection, nodes: readonly Node[]): readonly TextEdit[] {
  return textEdits(
    file.text,
    nodes.map((node) => ({ edit: 'remove', node }) as const),
    0,
  );
}

function fits(selection: Selection, gone: readonly Node[], quota: number): boolean {
  const text = applyTextEdits(selection.file.text, removed(selection, gone));
  const [left] = readDocument(text, { chosen: selection.detected.policy.kind }).policies;
  const size = left && policySize(left.policy);
  return size !== undefined && size.characters <= quota;
}
