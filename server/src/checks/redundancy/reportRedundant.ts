import type { Redundancy } from '../../access/redundant.ts';
import type { StringNode } from '../../syntax/node.ts';
import type { Reporter } from '../check.ts';
import { fixWith } from '../listFixes.ts';

/** Reports the entries of a list that may go; the entry that makes one redundant is a related place. */
export function reportRedundant(
  report: Reporter,
  entries: readonly StringNode[],
  redundancies: readonly Redundancy[],
  sentence: (node: StringNode, by: StringNode) => string,
): void {
  for (const { entry, by } of redundancies) {
    const [node, other] = [entries[entry], entries[by]];
    if (node !== undefined && other !== undefined)
      report({
        node,
        related: [other],
        message: sentence(node, other),
        fixes: () => fixWith('Remove the redundant entry', [{ edit: 'remove', node }], true),
      });
  }
}
