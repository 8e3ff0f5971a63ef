import { literalOf, type Member, type Node, type ObjectNode } from '../../syntax/node.ts';
import { documentElements, type ElementName, type Level, statementElements } from './shapeProblem.ts';

/** Where a node stands decides whether its keys are elements, and whose; a list or one statement are 'statements'. */
type Place = Level | 'statements' | 'below';

export const elementsAt: Readonly<Record<Level, readonly ElementName[]>> = {
  document: documentElements,
  statement: statementElements,
};

/** By the name as it is and in lower case. */
function byName(names: readonly ElementName[]): ReadonlyMap<string, ElementName> {
  return new Map(names.flatMap((name) => [name, name.toLowerCase()].map((key) => [key, name])));
}

const canonical: Readonly<Record<Level, ReadonlyMap<string, ElementName>>> = {
  document: byName(documentElements),
  statement: byName(statementElements),
};

/** The element a key stands for in any letter case, spelt as IAM does; undefined for a key that is none. */
export function elementNamed(name: string, level: Level): ElementName | undefined {
  const names = canonical[level];
  return names.get(name) ?? names.get(name.toLowerCase());
}

/**
 * The tree as a plain value for a validator. Keys of elements get IAM's spelling; of two keys for one name the
 * exactly spelt wins, then the last. What is not known (holes, intrinsic functions, values still to be typed)
 * becomes an empty string or null: a fault there is not one, see `nodeAt`.
 */
export function plainDocument(document: ObjectNode): unknown {
  return plain(document, 'document');
}

export function plainStatement(statement: ObjectNode): unknown {
  return plain(statement, 'statement');
}

function plain(node: Node | undefined, place: Place): unknown {
  switch (node?.kind) {
    case 'object':
      return plainObject(node, place);
    case 'array':
      return node.items.map((item) => plain(item, below(place, 0)));
    case 'string':
      return literalOf(node) ?? '';
    case 'number':
    case 'boolean':
      return node.value;
    default:
      return null;
  }
}

function plainObject(node: ObjectNode, place: Place): unknown {
  const result = emptyObject();
  const level = levelOf(place);
  if (level === undefined) {
    for (const { key, value } of node.members) {
      const name = literalOf(key);
      if (name !== undefined) result[name] = plain(value, 'below');
    }
    return result;
  }
  for (const [name, { value }] of membersByName(node, level)) result[name] = plain(value, below(place, name));
  return result;
}

/** Inherits nothing, so that a key such as __proto__ is a key like any other; quicker than Object.create(null). */
function emptyObject(): Record<string, unknown> {
  return new Bare();
}

class Bare {
  [key: string]: unknown;
}
Object.setPrototypeOf(Bare.prototype, null);

function below(place: Place, step: string | number): Place {
  if (place === 'document' && step === 'Statement') return 'statements';
  return place === 'statements' && typeof step === 'number' ? 'statement' : 'below';
}

/** Members by the names that the plain value has them under. */
function membersByName(node: ObjectNode, level: Level | undefined): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const member of node.members) {
    const written = literalOf(member.key);
    if (written === undefined) continue;
    const name = level === undefined ? written : (elementNamed(written, level) ?? written);
    const exactStandsThere = name !== written && literalOf(members.get(name)?.key) === name;
    if (!exactStandsThere) members.set(name, member);
  }
  return members;
}

/** Where in the tree a validator found a fault. */
export interface Found {
  /** Undefined while the value is still to be typed. */
  readonly node: Node | undefined;
  /** The member the value stands in, unless it is an entry of a list. */
  readonly member: Member | undefined;
  /** Whose elements the keys of the node are, if they are elements. */
  readonly level: Level | undefined;
  /** The element the node belongs to. */
  readonly element: ElementName | undefined;
}

/** The node at a JSON Pointer into the plain value of `root`, a document or a statement. */
export function nodeAt(root: ObjectNode, level: Level, pointer: string): Found {
  let place: Place = level;
  let node: Node | undefined = root;
  let member: Member | undefined;
  let element: ElementName | undefined;
  for (const escaped of pointer.split('/').slice(1)) {
    const step = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    if (node?.kind === 'array') {
      node = node.items[Number(step)];
      member = undefined;
      place = below(place, Number(step));
      continue;
    }
    const own = levelOf(place);
    if (own !== undefined) element = elementNamed(step, own);
    member = childOf(node, own, step);
    node = member?.value;
    place = below(place, step);
  }
  return { node, member, level: levelOf(place), element };
}

function levelOf(place: Place): Level | undefined {
  if (place === 'statements') return 'statement';
  return place === 'below' ? undefined : place;
}

/** The member of an object that its plain value has under `name`. */
export function childOf(node: Node | undefined, level: Level | undefined, name: string): Member | undefined {
  return node?.kind === 'object' ? membersByName(node, level).get(name) : undefined;
}
