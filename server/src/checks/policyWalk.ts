import { actionEntries } from '../access/actionEntries.ts';
import type { EntryMeaning } from '../access/entryMeaning.ts';
import { resourceEntries } from '../access/resourceEntries.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { findConditionKey } from '../catalog/findConditionKey.ts';
import type { ConditionElement, Element, OperatorBlock, PolicyDocument, Statement } from '../policy/model.ts';
import { shapeProblems } from '../policy/shape/shape.ts';
import { literalOf, type Node, type StringNode } from '../syntax/node.ts';
import type { SyntaxProblem } from '../syntax/syntaxProblem.ts';
import type { CheckedCondition, CheckedElements, StringRole } from './check.ts';

export interface Visitor {
  /** False where no check can find anything in an entry of this text: it is not visited. */
  readonly wants: (name: 'action' | 'resource', meaning: EntryMeaning) => boolean;
  /** Takes an element and the name under which checks ask for it. */
  readonly visit: <Name extends keyof CheckedElements>(name: Name, element: CheckedElements[Name]) => void;
}

/** Walks a policy once, giving every element to `visitor` in the order of the document's model. */
export function walkPolicy(
  policy: PolicyDocument,
  problems: readonly SyntaxProblem[],
  catalog: Catalog,
  visitor: Visitor,
): void {
  for (const problem of problems) visitor.visit('syntax', problem);
  // What is missing may only have been lost to a syntax error, which AWS would report alone.
  const broken = problems.some(({ kind }) => kind === 'syntax');
  for (const problem of shapeProblems(policy.node, policy.kind, policy.level)) {
    if (!broken || problem.problem !== 'missing') visitor.visit('shape', problem);
  }
  visitor.visit('policy', policy);
  for (const statement of policy.statements) walkStatement(statement, catalog, visitor);
}

function walkStatement(statement: Statement, catalog: Catalog, visitor: Visitor): void {
  visitor.visit('statement', statement);
  const { sid, effect, action, resource, principal, condition } = statement;
  visitText('Sid', sid?.value, statement, visitor);
  visitText('Effect', effect?.value, statement, visitor);
  for (const { node, meaning } of actionEntries(statement, catalog).all) {
    const text = visitText('Action', node, statement, visitor);
    if (action !== undefined && text !== undefined && visitor.wants('action', meaning))
      visitor.visit('action', { text, meaning, node, element: action, statement });
  }
  for (const { node, meaning } of resourceEntries(statement, catalog)) {
    const text = visitText('Resource', node, statement, visitor);
    if (
      resource === undefined ||
      text === undefined ||
      meaning === undefined ||
      !visitor.wants('resource', meaning)
    )
      continue;
    visitor.visit('resource', { text, arn: meaning.arn, meaning, node, element: resource, statement });
  }
  for (const { type, typeKey, node } of principal?.entries ?? []) {
    const text = visitText('Principal', node, statement, visitor);
    if (principal === undefined || text === undefined) continue;
    visitor.visit('principal', { text, node, element: principal, statement, type, typeKey });
  }
  if (condition !== undefined) walkCondition(condition, statement, catalog, visitor);
}

function walkCondition(
  condition: ConditionElement,
  statement: Statement,
  catalog: Catalog,
  visitor: Visitor,
): void {
  for (const block of condition.operators) {
    visitText('operator', block.key, statement, visitor);
    visitor.visit('operator', { ...block, statement });
    walkKeys(block, statement, catalog, visitor);
  }
}

function walkKeys(block: OperatorBlock, statement: Statement, catalog: Catalog, visitor: Visitor): void {
  for (const entry of block.conditions) {
    const name = visitText('key', entry.key, statement, visitor);
    const lookup = name === undefined ? undefined : findConditionKey(catalog, name);
    const condition: CheckedCondition = { ...entry, statement, name, lookup };
    visitor.visit('condition', condition);
    for (const node of entry.values) {
      const text = visitText('value', node, statement, visitor);
      if (node.kind === 'string' && text !== undefined) visitor.visit('value', { text, node, condition });
    }
  }
}

function visitText(
  role: StringRole,
  node: Node | undefined,
  statement: Statement,
  visitor: Visitor,
): string | undefined {
  const text = literalOf(node);
  if (text?.includes('${') && isString(node)) visitor.visit('variableText', { text, node, role, statement });
  return text;
}

function isString(node: Element['value']): node is StringNode {
  return node?.kind === 'string';
}
