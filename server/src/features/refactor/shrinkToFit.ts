import type { Redundancy } from '../../access/redundant.ts';
import { redundantActions } from '../../access/redundantActions.ts';
import { redundantResources } from '../../access/redundantResources.ts';
import { repeatedStatements } from '../../access/statementMeaning.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { ListElement, PolicyDocument } from '../../policy/model.ts';
import { type PolicyFile, readDocument } from '../../policy/readDocument.ts';
import { literalOf, type Node } from '../../syntax/node.ts';
import { type Arrangement, compact, printTree } from '../../syntax/printTree.ts';
import type { Refactoring } from './refactorItem.ts';
import { holdsComment, isWhole } from './selected.ts';

/** Writes a policy without white space, without entries that others include, and without repeated statements. */
export const shrinkToFit: Refactoring = {
  kind: 'refactor.rewrite.iamRoles.shrink',
  find(selection, { catalog }) {
    const { file, detected } = selection;
    const { start, end } = detected.policy.node;
    if (!isWhole(selection) || holdsComment(selection, detected.policy.node)) return [];
    const text = shrunk(file, detected.policy, catalog);
    if (text === file.text.slice(start, end)) return [];
    const title = `Shrink the policy from ${number(end - start)} to ${number(text.length)} characters`;
    return [{ title, edits: [{ start, end, text }] }];
  },
};

/** Statements may turn out to be the same once their redundant entries are gone, so those are looked for again. */
function shrunk({ text }: PolicyFile, policy: PolicyDocument, catalog: Catalog): string {
  const { start, end } = policy.node;
  const entries = redundantEntries(policy, catalog);
  const repeated = repeatedStatements(policy.statements, catalog).map(({ statement }) => statement.node);
  const result = printTree(policy.node, text, compact, '', without(new Set<Node>([...entries, ...repeated])));
  if (entries.length === 0) return result;
  const left = readDocument(text.slice(0, start) + result + text.slice(end), { chosen: policy.kind });
  const again = left.policies.find((other) => other.policy.node.start === start);
  return again === undefined ? result : shrunk(left, again.policy, catalog);
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function redundantEntries({ statements }: PolicyDocument, catalog: Catalog): readonly Node[] {
  return [
    ...statements.flatMap(({ action }) => redundant(action, (texts) => redundantActions(catalog, texts))),
    ...statements.flatMap(({ resource }) => redundant(resource, redundantResources)),
  ];
}

function redundant(
  element: ListElement<string> | undefined,
  find: (texts: readonly string[]) => readonly Redundancy[],
): readonly Node[] {
  const known = (element?.entries ?? []).filter((node) => literalOf(node) !== undefined);
  return find(known.map((node) => literalOf(node) ?? '')).flatMap(({ entry }) => known[entry] ?? []);
}

/** Every list of a policy is a set, so that what stands there twice may go as well. */
function without(gone: ReadonlySet<Node>): Arrangement {
  return {
    members: ({ members }) => members,
    items: ({ items }) => {
      const seen = new Set<string>();
      return items.filter((item) => {
        const text = literalOf(item);
        if (gone.has(item) || (text !== undefined && seen.has(text))) return false;
        if (text !== undefined) seen.add(text);
        return true;
      });
    },
  };
}
