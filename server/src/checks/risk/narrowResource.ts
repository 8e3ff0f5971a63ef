import { expandAction } from '../../access/expandAction.ts';
import type { Action, Catalog } from '../../catalog/catalog.ts';
import type { Statement } from '../../policy/model.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import type { CheckContext, Fix } from '../check.ts';
import { changeResource } from '../entryFixes.ts';
import { fixWith } from '../listFixes.ts';
import { actionArns, namedArns, partitionOf } from '../resource/actionArns.ts';
import { splitStatement, statementJson } from '../splitStatement.ts';

const mostShown = 2;

/**
 * Fixes for a `*` in `Resource`: patterns for the resources that the actions are done to, or their ARNs with names to
 * be filled in. Actions that `narrows` does not take keep the `*`, in a statement of their own.
 */
export function narrowResource(
  statement: Statement,
  node: StringNode,
  narrows: (action: Action) => boolean,
  context: CheckContext,
): Fix[] {
  const { catalog } = context;
  const entries = statement.action?.entries.map((entry) => literalOf(entry) ?? '') ?? [];
  const narrow = entries.filter((text) => isNarrowed(text, narrows, catalog));
  const actions = narrow.flatMap((text) => expandAction(catalog, text));
  const partition = partitionOf(context);
  const arns = actionArns(actions, catalog, partition);
  if (arns.length === 0) return [];
  const title = titleOf(arns);
  if (narrow.length < entries.length) {
    const rest = entries.filter((text) => !narrow.includes(text));
    return split(statement, node, { narrow, rest, arns }, title);
  }
  const named = namedArns(actions, catalog, partition);
  return [
    changeResource(node, arns, { title, safe: false }),
    changeResource(node, named, { title: titleOf(named), safe: false }),
  ];
}

function isNarrowed(text: string, narrows: (action: Action) => boolean, catalog: Catalog): boolean {
  const actions = expandAction(catalog, text);
  return actions.length > 0 && actions.every(narrows);
}

function titleOf(arns: readonly string[]): string {
  return arns.length > mostShown
    ? `Change to the ${arns.length} kinds of ARNs its actions take`
    : `Change to ${arns.join(' and ')}`;
}

interface Parts {
  readonly narrow: readonly string[];
  readonly rest: readonly string[];
  readonly arns: readonly string[];
}

function split(statement: Statement, node: StringNode, parts: Parts, title: string): Fix[] {
  const { action, resource } = statement;
  const json = statementJson(statement);
  const [actionKey, resourceKey] = [literalOf(action?.key), literalOf(resource?.key)];
  if (json === undefined || actionKey === undefined || resourceKey === undefined) return [];
  const others = (resource?.entries ?? [])
    .filter((entry) => entry !== node)
    .flatMap((one) => literalOf(one) ?? []);
  const { Sid: _, ...unnamed } = json;
  const edits = splitStatement(statement, [
    { ...json, [actionKey]: one(parts.narrow), [resourceKey]: one([...others, ...parts.arns]) },
    { ...unnamed, [actionKey]: one(parts.rest), [resourceKey]: '*' },
  ]);
  return fixWith(`${title}, and keep * for ${parts.rest.join(', ')} in another statement`, edits);
}

/** A list of one is written without brackets. */
function one(texts: readonly string[]): string | readonly string[] {
  return texts.length > 1 ? texts : (texts[0] ?? '');
}
