import type { PolicyDocument, Statement } from '../../policy/model.ts';
import type { PolicyFile } from '../../policy/readDocument.ts';
import { elementNamed } from '../../policy/shape/plainValue.ts';
import { literalOf, type Span, type StringNode, spanWithin } from '../../syntax/node.ts';
import { type NodeAt, nodeAt } from '../../syntax/nodeAt.ts';
import type { FeatureContext } from '../featureContext.ts';
import { managedPolicyPlace } from '../managedPolicyPlace.ts';
import { statementSentence } from '../statementSentence.ts';
import { actionHover } from './actionHover.ts';
import { arnHover, managedPolicyHover } from './arnHover.ts';
import { conditionKeyHover, operatorHover } from './conditionHover.ts';
import { elementHover, principalTypeHover, versionHover } from './elementHover.ts';
import { plain } from './markdown.ts';
import { principalHover } from './principalHover.ts';
import { variableHover } from './variableHover.ts';

export interface HoverItem extends Span {
  readonly markdown: string;
}

/**
 * What stands at an offset of a document, for a person; undefined where nothing is known. Outside of policies only the
 * ARNs of managed policies are told of.
 */
export function hover(file: PolicyFile, offset: number, context: FeatureContext): HoverItem | undefined {
  const policy = file.policies.find(
    ({ policy: { node } }) => node.start <= offset && offset <= node.end,
  )?.policy;
  const found =
    policy === undefined ? besidePolicies(file, offset, context) : withinPolicy(policy, offset, context);
  if (found === undefined) return undefined;
  return { ...found, markdown: `${found.markdown}\n\n---\n*AWS data of ${plain(context.catalog.date)}*` };
}

function besidePolicies(
  file: PolicyFile,
  offset: number,
  { catalog }: FeatureContext,
): HoverItem | undefined {
  const place = managedPolicyPlace(file, offset);
  if (place === undefined) return undefined;
  const markdown = managedPolicyHover(place.text, catalog);
  return markdown === undefined ? undefined : { start: place.node.start, end: place.node.end, markdown };
}

function withinPolicy(
  policy: PolicyDocument,
  offset: number,
  context: FeatureContext,
): HoverItem | undefined {
  const at = nodeAt(policy.node, offset);
  return at && hoverOf(policy, at, offset, context);
}

function hoverOf(
  policy: PolicyDocument,
  at: NodeAt,
  offset: number,
  context: FeatureContext,
): HoverItem | undefined {
  const { node, path } = at;
  if (node.kind === 'object') return statementHover(policy, at, offset, context);
  if (node.kind !== 'string') return undefined;
  const text = literalOf(node);
  if (text === undefined) return undefined;
  const variable = at.isKey
    ? undefined
    : variableHover(text, indexWithin(node, text, offset), context.catalog);
  if (variable !== undefined)
    return { ...spanWithin(node, variable.from, variable.to), markdown: variable.markdown };
  const markdown = stringHover(policy, elementPath(policy, path), at, text, context);
  return markdown === undefined ? undefined : { start: node.start, end: node.end, markdown };
}

/** A brace of a statement: the statement as a sentence. */
function statementHover(
  policy: PolicyDocument,
  { node }: NodeAt,
  offset: number,
  context: FeatureContext,
): HoverItem | undefined {
  const statement = policy.statements.find((one) => one.node === node);
  if (statement === undefined || (offset > node.start + 1 && offset < node.end)) return undefined;
  return { start: node.start, end: node.start + 1, markdown: sentence(statement, context) };
}

function sentence(statement: Statement, { catalog }: FeatureContext): string {
  return plain(statementSentence(statement, catalog));
}

/** The path below the statement, or below the document for its own elements. */
function elementPath(policy: PolicyDocument, path: NodeAt['path']): NodeAt['path'] {
  if (policy.level === 'statement') return path;
  if (elementName(path[0]) !== 'Statement' || path.length === 1) return path;
  return path.slice(typeof path[1] === 'number' ? 2 : 1);
}

function elementName(step: string | number | undefined): ReturnType<typeof elementNamed> {
  if (typeof step !== 'string') return undefined;
  return elementNamed(step, 'document') ?? elementNamed(step, 'statement');
}

function stringHover(
  policy: PolicyDocument,
  path: NodeAt['path'],
  at: NodeAt,
  text: string,
  context: FeatureContext,
): string | undefined {
  const { catalog } = context;
  const [element, second, third] = path;
  const name = elementName(element);
  if (name === undefined) return undefined;
  if (at.isKey && path.length === 1) return elementHover(name);
  switch (name) {
    case 'Version':
      return versionHover(text);
    case 'Sid':
    case 'Effect': {
      const statement = policy.statements.find((one) => one.node === at.node.parent);
      return statement && sentence(statement, context);
    }
    case 'Action':
    case 'NotAction':
      return actionHover(text, catalog);
    case 'Resource':
    case 'NotResource':
      return arnHover(text, catalog);
    case 'Principal':
    case 'NotPrincipal':
      return at.isKey
        ? principalTypeHover(text)
        : principalHover(text, typeof second === 'string' ? second : undefined, catalog);
    case 'Condition':
      if (!at.isKey) return arnHover(text, catalog) ?? valueHover(text, String(third), catalog);
      return path.length === 2 ? operatorHover(text) : conditionKeyHover(text, catalog);
    default:
      return undefined;
  }
}

/** A value of a condition that names something the catalog knows. */
function valueHover(text: string, key: string, catalog: FeatureContext['catalog']): string | undefined {
  if (/^\d{12}$/.test(text)) return principalHover(text, 'AWS', catalog);
  if (/\.amazonaws\.com/.test(text) && !key.includes('.')) return principalHover(text, 'Service', catalog);
  const region = catalog.regions.find((one) => one.code === text);
  return region && `**${plain(region.code)}** · ${plain(region.name)}`;
}

function indexWithin(node: StringNode, text: string, offset: number): number {
  for (let index = 0; index <= text.length; index++)
    if (spanWithin(node, index, index).start >= offset) return index;
  return text.length;
}
