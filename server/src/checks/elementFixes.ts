import type { PolicyDocument, Statement } from '../policy/model.ts';
import { policyElements } from '../policy/policyElements.ts';
import type { PolicyType } from '../policy/policyType.ts';
import { literalOf, type Node, type ObjectNode, type StringNode } from '../syntax/node.ts';
import type { JsonValue } from '../syntax/treeEdit.ts';
import type { Fix } from './check.ts';

/** The statement that a node is. */
export function statementAt({ statements }: PolicyDocument, node: Node): Statement | undefined {
  return statements.find((statement) => statement.node === node);
}

/** In the order in which AWS writes the elements of a statement. */
const order = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];

/** A fix that adds an element to a statement, where AWS's documentation has it. */
export function addElement(object: ObjectNode, name: string, value: JsonValue): Fix {
  const before = order.slice(0, order.indexOf(name));
  const after = object.members.findLast(({ key }) => before.includes(elementOf(key)))?.key ?? null;
  return {
    title: `Add "${name}": ${JSON.stringify(value)}`,
    edits: [{ edit: 'addMember', object, name, value, after }],
    safe: false,
  };
}

/** `Action` for `NotAction`, and so on. */
function plainName(name: string): string {
  return name.replace(/^Not/, '');
}

function elementOf(key: StringNode): string {
  return plainName(literalOf(key) ?? '');
}

/** Whether policies of a type take an element, of the document or of a statement. */
function isTaken(type: PolicyType, name: string): boolean {
  const { document, statement } = policyElements[type];
  return [...document, ...statement].some((element) => element === name);
}

/** A fix that removes the member of a key. */
export function removeElement(key: StringNode): Fix {
  return {
    title: `Remove ${literalOf(key) ?? 'the element'}`,
    edits: [{ edit: 'remove', node: key }],
    safe: false,
  };
}

/** A fix that removes a statement; none for the only one, as a policy has to have one. */
export function removeStatement(node: ObjectNode): Fix[] {
  const { parent } = node;
  const isOneOfSeveral = parent?.kind === 'array' && parent.items.length > 1;
  return isOneOfSeveral
    ? [{ title: 'Remove the statement', edits: [{ edit: 'remove', node }], safe: false }]
    : [];
}

/**
 * A fix that gives a key the name of an element; none where the element or its opposite stands there, or the policy
 * takes no such element. Another letter case is surely a slip.
 */
export function renameElement(key: StringNode, name: string, type: PolicyType): Fix[] {
  const members = key.parent?.kind === 'object' ? key.parent.members : [];
  const isThere = members.some((member) => member.key !== key && elementOf(member.key) === plainName(name));
  if (isThere || !isTaken(type, name)) return [];
  const safe = literalOf(key)?.toLowerCase() === name.toLowerCase();
  return [{ title: `Change to ${name}`, edits: [{ edit: 'rename', key, name }], safe }];
}
