import { mayHoldPolicy } from './mayHoldPolicy.ts';
import { literalOf, type Member, type Node, type ObjectNode, type StringNode } from './node.ts';
import type { ParsedText } from './parseJson.ts';
import { parseJson } from './parseJson.ts';
import type { SyntaxProblem } from './syntaxProblem.ts';

/** Where in a document a policy stands: what its type can be told from. */
export type Place =
  | { readonly kind: 'whole document' }
  | {
      readonly kind: 'property';
      /** The key the policy is the value of; of the nearest one, when it is an entry of a list. */
      readonly name: string;
      /** Objects around the policy, innermost first. */
      readonly around: readonly ObjectNode[];
    };

export interface LocatedPolicy {
  /** The policy document, or the statement when it stands alone. */
  readonly root: ObjectNode;
  readonly place: Place;
  readonly shape: 'document' | 'statement';
  /** How many JSON strings it is wrapped in: text put into it must be escaped as often. */
  readonly escapes: number;
  /** Of the policy's own string, when it is wrapped in one. */
  readonly problems: readonly SyntaxProblem[];
}

const statementKeys = /^(not)?(action|resource|principal)$|^(effect|condition|sid)$/i;
const documentKeys = /^(version|id|statement)$/i;

/** Every policy of a document, in order of the text. */
export function findPolicies(parsed: ParsedText): LocatedPolicy[] {
  const { root } = parsed;
  if (root?.kind === 'object') {
    const whole = { root, place: { kind: 'whole document' }, escapes: 0, problems: [] } as const;
    if (isDocument(root) || isDocumentBegun(root)) return [{ ...whole, shape: 'document' }];
    if (isStatement(root)) return [{ ...whole, shape: 'statement' }];
  }
  const found: LocatedPolicy[] = [];
  if (root !== undefined) search(root, { name: '', around: [], escapes: 0, problems: [] }, found);
  return found;
}

interface Surroundings {
  readonly name: string;
  /** Of the string that the text is wrapped in. */
  readonly around: readonly ObjectNode[];
  readonly escapes: number;
  readonly problems: readonly SyntaxProblem[];
}

function search(node: Node, here: Surroundings, found: LocatedPolicy[]): void {
  switch (node.kind) {
    case 'array':
      for (const item of node.items) search(item, here, found);
      return;
    case 'object':
      return searchObject(node, here, found);
    case 'string':
      return searchString(node, here, found);
  }
}

function searchObject(node: ObjectNode, here: Surroundings, found: LocatedPolicy[]): void {
  const { name, escapes, problems } = here;
  const begun = escapes > 0 || policyKeys.test(name);
  if (isDocument(node) || (begun && isDocumentBegun(node)) || isEmptyDocument(node, name)) {
    const place = { kind: 'property', name, around: around(node, here) } as const;
    found.push({ root: node, place, shape: 'document', escapes, problems });
    return;
  }
  for (const { key, value } of node.members) {
    if (value !== undefined) search(value, { ...here, name: literalOf(key) ?? '' }, found);
  }
}

/** Keys whose value is a policy: one with nothing but a version is a policy begun. */
const policyKeys = /Policy(Document)?$/;

function isEmptyDocument({ members }: ObjectNode, name: string): boolean {
  return !members.some(hasValue) && /^(AssumeRole)?PolicyDocument$/.test(name);
}

/** The objects around a node, innermost first, through the strings that it is wrapped in. */
function around(node: Node, here: Surroundings): readonly ObjectNode[] {
  const objects: ObjectNode[] = [];
  for (let at = node.parent; at !== undefined; at = at.parent) if (at.kind === 'object') objects.push(at);
  return [...objects, ...here.around];
}

/** Deeper wrapping than this is no policy that anyone wrote. */
const mostEscapes = 3;

function searchString(node: StringNode, here: Surroundings, found: LocatedPolicy[]): void {
  const text = literalOf(node);
  if (text === undefined || here.escapes >= mostEscapes) return;
  if (!/^\s*\{/.test(text) || !mayHoldPolicy(text)) return;
  const { offsets, start } = node;
  const at =
    offsets === undefined
      ? (index: number) => start + 1 + index
      : (index: number) => offsets[index] ?? node.end;
  const inner = parseJson(text, at);
  if (inner.root === undefined) return;
  const inside = { ...here, around: around(node, here), escapes: here.escapes + 1, problems: inner.problems };
  search(inner.root, inside, found);
}

function hasValue({ value }: Member): boolean {
  return value !== undefined;
}

function member(node: ObjectNode, name: RegExp): Member | undefined {
  return node.members.find(({ key }) => name.test(literalOf(key) ?? ''));
}

/** An object whose `Statement` holds something like a statement. */
function isDocument(node: ObjectNode): boolean {
  const statement = member(node, /^statement$/i)?.value;
  if (statement === undefined) return false;
  if (statement.kind === 'object')
    return statement.members.length === 0 ? isDocumentBegun(node) : isStatement(statement);
  if (statement.kind !== 'array') return isDocumentBegun(node);
  if (statement.items.length === 0) return isDocumentBegun(node);
  return statement.items.some(
    (item) => item.kind === 'object' && (isStatement(item) || isDocumentBegun(node)),
  );
}

/**
 * An object with a policy's version beside a `Statement`, or with nothing but elements of a policy document,
 * `Statement` or a policy's version among them; a key without a value may still become one. A text as `Statement`
 * belongs to other services, such as PartiQL.
 */
function isDocumentBegun(node: ObjectNode): boolean {
  const statement = member(node, /^statement$/i);
  const dated = /^20\d\d-\d\d-\d\d$/.test(literalOf(member(node, /^version$/i)?.value) ?? '');
  if (statement !== undefined && dated) return true;
  if (!node.members.filter(hasValue).every(({ key }) => documentKeys.test(literalOf(key) ?? '')))
    return false;
  return dated || (statement !== undefined && (literalOf(statement.value) ?? '') === '');
}

/** An object with an effect or an action of IAM's form, beside another element of a statement. */
function isStatement(node: ObjectNode): boolean {
  const known = node.members.filter(({ key }) => statementKeys.test(literalOf(key) ?? ''));
  if (known.length < 2) return false;
  const effect = literalOf(member(node, /^effect$/i)?.value);
  if (effect !== undefined && /^(allow|deny)$/i.test(effect)) return true;
  return holdsAction(member(node, /^(not)?action$/i)?.value);
}

function holdsAction(value: Node | undefined): boolean {
  const entries = value?.kind === 'array' ? value.items : value === undefined ? [] : [value];
  return entries.some((entry) => /^(\*|[\w*?-]+:[\w*?]+)$/.test(literalOf(entry) ?? ''));
}
