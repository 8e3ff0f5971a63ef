import { parseActionName } from '../../policy/actionName.ts';
import type { PolicyDocument } from '../../policy/model.ts';
import { indentationAt, layoutOf } from '../../syntax/layout.ts';
import { literalOf, type Member, type Node, type ObjectNode } from '../../syntax/node.ts';
import { type Arrangement, compact, onOneLine, printTree, type Spacing } from '../../syntax/printTree.ts';
import type { Refactoring, Selection } from './refactorItem.ts';
import { holdsComment, isWhole } from './selected.ts';

/**
 * Writes a policy in the order and the form of AWS's documentation: elements as IAM lists them, actions by service and
 * name, every entry on a line of its own. Not where a comment would be lost, or the policy is typed in part.
 */
export const sortAndFormat: Refactoring = {
  kind: 'source.format.iamRoles',
  find(selection) {
    const { file, detected } = selection;
    const { node } = detected.policy;
    if (!isWhole(selection) || holdsComment(selection, node)) return [];
    const { spacing, indentation } = formOf(selection);
    const text = printTree(node, file.text, spacing, indentation, sorted(detected.policy));
    const { start, end } = node;
    if (text === file.text.slice(start, end)) return [];
    return [{ title: 'Sort and format the policy', edits: [{ start, end, text }] }];
  },
};

interface Form {
  readonly spacing: Spacing;
  /** Of the line that the policy begins on. */
  readonly indentation: string;
}

function formOf({ file: { text }, detected: { policy, located } }: Selection): Form {
  const { lineBreak, unit } = layoutOf(text);
  return located.escapes === 0
    ? { spacing: { lineBreak, unit, gap: ' ' }, indentation: indentationAt(text, policy.node.start) }
    : formInString(text, policy.node);
}

/** A policy that is held as a string keeps to one line, or to the lines of the string, whose breaks are escapes. */
function formInString(text: string, { start, members }: ObjectNode): Form {
  const gap = text.slice(start + 1, members[0]?.key.start);
  const [, lineBreak, inner = ''] = /^((?:\\+r)?\\+n)((?:\\+t| )*)/.exec(gap) ?? [];
  if (lineBreak === undefined) return { spacing: gap === '' ? compact : onOneLine, indentation: '' };
  const line = text.slice(text.lastIndexOf(lineBreak, start) + lineBreak.length, start);
  const isInString = !/(?<!\\)"/.test(line);
  const indentation = (isInString && /^(?:\\+t| )*/.exec(line)?.[0]) || '';
  return { spacing: { lineBreak, unit: inner.slice(indentation.length), gap: ' ' }, indentation };
}

/** Source: IAM User Guide, Grammar of the IAM JSON policy language (reference_policies_grammar.html). */
const documentOrder = ['version', 'id', 'statement'];
const statementOrder = ['sid', 'effect', 'principal', 'action', 'resource', 'condition'];

/** Elements that IAM does not know stay behind the others, in their order. */
function sorted(policy: PolicyDocument): Arrangement {
  const statements = new Set<Node>(policy.statements.map(({ node }) => node));
  const actions = new Set(policy.statements.map(({ action }) => action?.value));
  return {
    members: (object) => {
      if (statements.has(object)) return byRank(object, statementOrder);
      return object === policy.node ? byRank(object, documentOrder) : object.members;
    },
    items: (array) => (actions.has(array) ? [...array.items].sort(byServiceAndName) : array.items),
  };
}

function byRank({ members }: ObjectNode, order: readonly string[]): readonly Member[] {
  const rankOf = ({ key }: Member): number => {
    const name = (literalOf(key) ?? '').toLowerCase();
    const rank = order.indexOf(name.replace(/^not/, ''));
    return rank < 0 ? order.length : rank;
  };
  return [...members].sort((one, other) => rankOf(one) - rankOf(other));
}

/** Letter case is free; of texts that differ in it alone, and of those not known, the first stays first. */
function byServiceAndName(one: Node, other: Node): number {
  const [a, b] = [sortKey(one), sortKey(other)];
  return compare(a.prefix, b.prefix) || compare(a.name, b.name);
}

/** Behind all that can be written. */
const last = '\uffff';

function sortKey(node: Node): { readonly prefix: string; readonly name: string } {
  const text = literalOf(node)?.toLowerCase();
  return text === undefined
    ? { prefix: last, name: '' }
    : (parseActionName(text) ?? { prefix: '', name: text });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
