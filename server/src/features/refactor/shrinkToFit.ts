import type { Redundancy } from '../../access/redundant.ts';
import { redundantActions } from '../../access/redundantActions.ts';
import { redundantResources } from '../../access/redundantResources.ts';
import { repeatedStatements } from '../../access/statementMeaning.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { ListElement, PolicyDocument } from '../../policy/model.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import { type Arrangement, compact, printTree } from '../../syntax/printTree.ts';
import type { Refactoring } from './refactorItem.ts';
import { holdsComment, isWhole } from './selected.ts';

/** Writes a policy without white space, without entries that others include, and without repeated statements. */
export const shrinkToFit: Refactoring = {
  kind: 'refactor.rewrite.iamRoles.shrink',
  find(selection, { catalog }) {
    const { file, detected } = selection;
    const { node } = detected.policy;
    if (!isWhole(selection) || holdsComment(selection, node)) return [];
    const text = printTree(node, file.text, compact, '', withoutRepetition(detected.policy, catalog));
    const { start, end } = node;
    if (text === file.text.slice(start, end)) return [];
    const title = `Shrink the policy from ${number(end - start)} to ${number(text.length)} characters`;
    return [{ title, edits: [{ start, end, text }] }];
  },
};

function number(value: number): string {
  return value.toLocaleString('en');
}

function withoutRepetition({ statements }: PolicyDocument, catalog: Catalog): Arrangement {
  const gone = new Set<Node>([
    ...repeatedStatements(statements).map(({ statement }) => statement.node),
    ...statements.flatMap(({ action }) => redundant(action, (texts) => redundantActions(catalog, texts))),
    ...statements.flatMap(({ resource }) => redundant(resource, redundantResources)),
  ]);
  return {
    members: ({ members }) => members,
    items: ({ items }) => items.filter((item) => !gone.has(item) && isFirst(item, items)),
  };
}

function redundant(
  element: ListElement<string> | undefined,
  find: (texts: readonly string[]) => readonly Redundancy[],
): readonly Node[] {
  const known = (element?.entries ?? []).filter((node) => literalOf(node) !== undefined);
  return find(known.map((node) => literalOf(node) ?? '')).flatMap(({ entry }) => known[entry] ?? []);
}

/** Every list of a policy is a set. */
function isFirst(item: Node, items: readonly Node[]): boolean {
  const text = literalOf(item);
  return text === undefined || items.find((other) => literalOf(other) === text) === item;
}
