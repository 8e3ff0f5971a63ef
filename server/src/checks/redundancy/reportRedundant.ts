import type { Redundancy } from '../../access/redundant.ts';
import type { ListElement } from '../../policy/model.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import type { Reporter } from '../check.ts';
import { fixWith } from '../listFixes.ts';

/** Reports each entry of a list that may go; the entry that makes it redundant is a related place. */
export function reportRedundant(
  report: Reporter,
  element: ListElement<string> | undefined,
  find: (texts: readonly string[]) => readonly Redundancy[],
  sentence: (node: StringNode, by: StringNode) => string,
): void {
  const known = (element?.entries ?? []).filter((node) => literalOf(node) !== undefined);
  if (known.length < 2) return;
  for (const { entry, by } of find(known.map((node) => literalOf(node) ?? ''))) {
    const [node, other] = [known[entry], known[by]];
    if (node !== undefined && other !== undefined)
      report({
        node,
        related: [other],
        message: sentence(node, other),
        fixes: () => fixWith('Remove the redundant entry', [{ edit: 'remove', node }], true),
      });
  }
}
