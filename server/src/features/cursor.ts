import type { DetectedPolicy } from '../policy/detectPolicyType.ts';
import type { Statement } from '../policy/model.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import {
  type ContainerNode,
  literalOf,
  type Member,
  type Node,
  type ObjectNode,
  type Span,
  type StringNode,
  spanWithin,
} from '../syntax/node.ts';
import { between } from './textBetween.ts';

/** Where an offset is in a policy: at a key or a value that stands there or is still to be typed. */
export interface Cursor {
  readonly detected: DetectedPolicy;
  readonly offset: number;
  /** Undefined outside of statements. */
  readonly statement: Statement | undefined;
  /** The keys that lead to the offset, from the statement or else from the document; list positions left out. */
  readonly path: readonly string[];
  readonly role: 'key' | 'value';
  /** The object of the key, or the object or list of the value. */
  readonly container: ContainerNode;
  /** The string or bare key at the offset; undefined where nothing stands yet, or a bare word does. */
  readonly node: StringNode | undefined;
  /** The member a value belongs to; undefined for keys and within lists. */
  readonly member: Member | undefined;
}

/** Undefined outside of policies, in comments, behind a whole value, and in strings whose text is not known. */
export function cursorAt(file: PolicyFile, offset: number): Cursor | undefined {
  const detected = file.policies.find(({ policy }) => isInside(policy.node, offset, file.text));
  if (detected === undefined) return undefined;
  const found = descend(detected.policy.node, offset, file.text);
  if (found === undefined) return undefined;
  return { detected, offset, ...found, ...pathTo(found, detected) };
}

type Found = Pick<Cursor, 'role' | 'container' | 'node' | 'member'>;

function descend(root: ObjectNode, offset: number, text: string): Found | undefined {
  let container: ContainerNode = root;
  for (;;) {
    const child: Node | undefined = childAt(container, offset, text);
    if (child === undefined) return inGap(container, offset, text);
    if (child.kind !== 'object' && child.kind !== 'array') return atLeaf(container, child, text);
    container = child;
  }
}

function childAt(container: ContainerNode, offset: number, text: string): Node | undefined {
  if (container.kind === 'array') return container.items.find((item) => isInside(item, offset, text));
  for (const { key, value } of container.members) {
    if (isInside(key, offset, text)) return key;
    if (value !== undefined && isInside(value, offset, text)) return value;
  }
  return undefined;
}

const closers = { object: '}', array: ']' } as const;

/** Between the brackets or quotes of a node; at the ends of it where it has none, or the closing one is missing. */
function isInside(node: Node, offset: number, text: string): boolean {
  const { start, end } = node;
  switch (node.kind) {
    case 'object':
    case 'array': {
      const isClosed = end - start > 1 && text[end - 1] === closers[node.kind];
      return start < offset && (isClosed ? offset < end : offset <= end);
    }
    case 'string': {
      if (isIntrinsic(node, text)) return start < offset && offset < end;
      const content = contentOf(node);
      return content.start <= offset && offset <= (node.closed ? content.end : end);
    }
    default:
      return start <= offset && offset <= end;
  }
}

/** Between the quotes of a string; a bare key as it is. */
export function contentOf(node: StringNode): Span {
  const length = literalOf(node)?.length;
  return length === undefined ? node : spanWithin(node, 0, length);
}

function atLeaf(container: ContainerNode, leaf: Node, text: string): Found | undefined {
  const node = leaf.kind === 'string' ? leaf : undefined;
  if (isIntrinsic(leaf, text) || (node !== undefined && literalOf(node) === undefined)) return undefined;
  if (container.kind === 'array') return { role: 'value', container, node, member: undefined };
  const member = container.members.find(({ value }) => value === leaf);
  return { role: member === undefined ? 'key' : 'value', container, node, member };
}

/** An intrinsic function of a template, which is read as a string or as unknown, has no text of its own to complete. */
function isIntrinsic({ start }: Node, text: string): boolean {
  return text[start] === '{';
}

/** Between the entries of a container: what may be typed there. */
function inGap(container: ContainerNode, offset: number, text: string): Found | undefined {
  const from = entryEndBefore(container, offset);
  const gap = between(text, from, offset);
  const isBehindEntry = from === offset && from > container.start + 1;
  if (gap === undefined || isBehindEntry) return undefined;
  if (container.kind === 'array') return { role: 'value', container, node: undefined, member: undefined };
  const last = container.members.findLast(({ key }) => key.start < offset);
  if (last === undefined || !isOpen(last, offset)) {
    return { role: 'key', container, node: undefined, member: undefined };
  }
  if (!gap.includes(':')) return undefined;
  return { role: 'value', container, node: undefined, member: last };
}

/** Whether the offset lies between the key and the value of a member. */
function isOpen({ value }: Member, offset: number): boolean {
  return value === undefined || value.start >= offset;
}

/** Where the last key or value before an offset ends; behind the opening bracket where there is none. */
export function entryEndBefore(container: ContainerNode, offset: number): number {
  const entries =
    container.kind === 'array'
      ? container.items
      : container.members.flatMap(({ key, value }) => (value === undefined ? [key] : [key, value]));
  return entries.findLast(({ end }) => end <= offset)?.end ?? container.start + 1;
}

function pathTo(found: Found, { policy }: DetectedPolicy): Pick<Cursor, 'path' | 'statement'> {
  const path: string[] = found.member === undefined ? [] : [nameOf(found.member)];
  for (let at: ContainerNode = found.container; ; ) {
    const statement = policy.statements.find(({ node }) => node === at);
    const { parent }: ContainerNode = at;
    if (statement !== undefined || at === policy.node || parent === undefined) return { path, statement };
    const holder = parent.kind === 'object' ? parent.members.find(({ value }) => value === at) : undefined;
    if (holder !== undefined) path.unshift(nameOf(holder));
    at = parent;
  }
}

function nameOf({ key }: Member): string {
  return literalOf(key) ?? '';
}
