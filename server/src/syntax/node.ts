/**
 * The tree that every room above `syntax` reads.
 *
 * Offsets are UTF-16 code units in the text of the whole document, end exclusive, also for a policy
 * that is held as an escaped string inside another document.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of a string whose text is not known before the deployment, such as `${Bucket}` in `Fn::Sub`. */
export interface Hole {
  readonly hole: string;
}

/** A string is a list of parts: text that stands there, and holes. Plain JSON has one literal part. */
export type Part = string | Hole;

interface NodeBase extends Span {
  readonly parent: ContainerNode | undefined;
}

export interface ObjectNode extends NodeBase {
  readonly kind: 'object';
  readonly members: readonly Member[];
}

export interface ArrayNode extends NodeBase {
  readonly kind: 'array';
  readonly items: readonly Node[];
}

export interface StringNode extends NodeBase {
  readonly kind: 'string';
  /** Start and end include the quotes. */
  readonly parts: readonly Part[];
  /**
   * For each index of the literal text its offset in the document, one more than it has characters;
   * absent where text and document run in step (index `i` stands at `start + 1 + i`).
   */
  readonly offsets: readonly number[] | undefined;
  /** False while the closing quote is missing. */
  readonly closed: boolean;
}

export interface NumberNode extends NodeBase {
  readonly kind: 'number';
  readonly value: number;
}

export interface BooleanNode extends NodeBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullNode extends NodeBase {
  readonly kind: 'null';
}

/** A value that is not known before the deployment, such as `Fn::If`: it may turn out to be of any shape. */
export interface UnknownNode extends NodeBase {
  readonly kind: 'unknown';
}

export type ContainerNode = ObjectNode | ArrayNode;
export type Node = ContainerNode | StringNode | NumberNode | BooleanNode | NullNode | UnknownNode;

/** `value` is undefined while it is still to be typed. */
export interface Member {
  readonly key: StringNode;
  readonly value: Node | undefined;
}

/** Keys and indexes from a root to a node, as IAM Access Analyzer gives them. */
export type Path = readonly (string | number)[];

/** The text of a string without holes; undefined when a hole could change what it says. */
export function literalOf(node: Node | undefined): string | undefined {
  if (node?.kind !== 'string') return undefined;
  if (node.parts.length === 0) return '';
  const [only] = node.parts;
  return node.parts.length === 1 && typeof only === 'string' ? only : undefined;
}

/** The part of a string from index `from` to `to` of its literal text, as a span of the document. */
export function spanWithin(node: StringNode, from: number, to: number): Span {
  const { offsets } = node;
  if (offsets === undefined) return { start: node.start + 1 + from, end: node.start + 1 + to };
  return { start: offsets[from] ?? node.end, end: offsets[to] ?? node.end };
}

/** The path of `node` from `root`; a key has the path of its value. */
export function pathOf(node: Node, root: Node): Path {
  const path: (string | number)[] = [];
  for (let at: Node = node; at !== root && at.parent !== undefined; at = at.parent) {
    path.unshift(stepTo(at.parent, at));
  }
  return path;
}

function stepTo(parent: ContainerNode, child: Node): string | number {
  if (parent.kind === 'array') return lastAtOrBefore(parent.items, child.start, (item) => item.start);
  const index = lastAtOrBefore(parent.members, child.start, ({ key }) => key.start);
  return literalOf(parent.members[index]?.key) ?? '';
}

/** Children stand in order of the text, so that one among very many is found without looking at each. */
function lastAtOrBefore<One>(list: readonly One[], start: number, startOf: (one: One) => number): number {
  let low = 0;
  let high = list.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    const one = list[middle];
    if (one !== undefined && startOf(one) <= start) low = middle;
    else high = middle;
  }
  return low;
}
