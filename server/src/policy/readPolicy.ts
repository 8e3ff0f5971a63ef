import type { LocatedPolicy } from '../syntax/findPolicies.ts';
import { literalOf, type Node, type ObjectNode, type StringNode } from '../syntax/node.ts';
import { parseOperator } from './conditionOperator.ts';
import type {
  ConditionElement,
  ConditionEntry,
  Effect,
  Element,
  ListElement,
  OperatorBlock,
  PolicyDocument,
  PrincipalElement,
  PrincipalEntry,
  PrincipalType,
  Statement,
} from './model.ts';
import type { PolicyKind } from './policyType.ts';
import type { RaisedQuotas } from './quotas.ts';
import { documentElements, statementElements } from './shape/shapeProblem.ts';

/** Reads a policy that was found in a document. Never fails: what is missing or of a wrong shape is left out. */
export function readPolicy(
  located: LocatedPolicy,
  kind: PolicyKind,
  quotas: RaisedQuotas = {},
): PolicyDocument {
  const { root, shape, place } = located;
  const elements = elementsOf(root);
  const statement = shape === 'document' ? elements.get('statement') : undefined;
  const statements: Statement[] = [];
  const policy: PolicyDocument = {
    node: root,
    level: shape,
    kind,
    quotas,
    isWholeDocument: place.kind === 'whole document',
    version: shape === 'document' ? elements.get('version') : undefined,
    id: shape === 'document' ? elements.get('id') : undefined,
    statement,
    statements,
  };
  for (const node of statementNodes(shape === 'document' ? statement?.value : root)) {
    statements.push(readStatement(node, policy));
  }
  return policy;
}

function statementNodes(value: Node | undefined): readonly ObjectNode[] {
  const items = value?.kind === 'array' ? value.items : value === undefined ? [] : [value];
  return items.filter((item) => item.kind === 'object');
}

const spellings: ReadonlySet<string> = new Set([...documentElements, ...statementElements]);

/** By name in lower case; of several keys for one element the exactly spelt wins, then the last, as JSON has it. */
function elementsOf(node: ObjectNode): ReadonlyMap<string, Element> {
  const elements = new Map<string, Element>();
  for (const member of node.members) {
    const name = literalOf(member.key) ?? '';
    const known = elements.get(name.toLowerCase());
    const exactStandsThere = known !== undefined && spellings.has(literalOf(known.key) ?? '');
    if (!exactStandsThere || spellings.has(name)) elements.set(name.toLowerCase(), member);
  }
  return elements;
}

function readStatement(node: ObjectNode, policy: PolicyDocument): Statement {
  const elements = elementsOf(node);
  return {
    node,
    policy,
    sid: elements.get('sid'),
    effect: readEffect(elements.get('effect')),
    action: readList(elements, 'Action') ?? readList(elements, 'NotAction'),
    resource: readList(elements, 'Resource') ?? readList(elements, 'NotResource'),
    principal:
      readPrincipal(elements.get('principal'), 'Principal') ??
      readPrincipal(elements.get('notprincipal'), 'NotPrincipal'),
    condition: readCondition(elements.get('condition')),
  };
}

const effects: readonly Effect[] = ['Allow', 'Deny'];

function readEffect(element: Element | undefined): Statement['effect'] {
  if (element === undefined) return undefined;
  const text = literalOf(element.value)?.toLowerCase();
  return { ...element, allows: effects.find((effect) => effect.toLowerCase() === text) };
}

function readList<Name extends string>(
  elements: ReadonlyMap<string, Element>,
  name: Name,
): ListElement<Name> | undefined {
  const element = elements.get(name.toLowerCase());
  return element && { ...element, name, entries: stringsOf(element.value) };
}

function stringsOf(value: Node | undefined): readonly StringNode[] {
  if (value === undefined) return [];
  const items = value.kind === 'array' ? value.items : [value];
  return items.filter((item) => item.kind === 'string');
}

const principalTypes: readonly PrincipalType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function readPrincipal(
  element: Element | undefined,
  name: PrincipalElement['name'],
): PrincipalElement | undefined {
  if (element === undefined) return undefined;
  const everyone = literalOf(element.value) === '*';
  return { ...element, name, everyone, entries: principalEntries(element.value) };
}

function principalEntries(value: Node | undefined): readonly PrincipalEntry[] {
  if (value?.kind !== 'object') return [];
  return value.members.flatMap(({ key, value: listed }) => {
    const spelt = literalOf(key)?.toLowerCase();
    const type = principalTypes.find((one) => one.toLowerCase() === spelt);
    return stringsOf(listed).map((node) => ({ type, typeKey: key, node }));
  });
}

function readCondition(element: Element | undefined): ConditionElement | undefined {
  if (element === undefined) return undefined;
  const { value } = element;
  return { ...element, operators: value?.kind === 'object' ? value.members.map(readOperator) : [] };
}

function readOperator(element: Element): OperatorBlock {
  const name = literalOf(element.key);
  const conditions: ConditionEntry[] = [];
  const block: OperatorBlock = {
    key: element.key,
    value: element.value,
    operator: name === undefined ? undefined : parseOperator(name),
    conditions,
  };
  if (element.value?.kind === 'object') {
    for (const member of element.value.members) conditions.push(readConditionEntry(member, block));
  }
  return block;
}

function readConditionEntry({ key, value }: Element, block: OperatorBlock): ConditionEntry {
  const list = value?.kind === 'array' ? value : undefined;
  const values = list?.items ?? (value === undefined ? [] : [value]);
  return { key, value, block, list, values };
}
