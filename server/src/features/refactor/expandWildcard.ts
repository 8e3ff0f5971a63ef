import { expandAction } from '../../access/expandAction.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { replaceEntry } from '../../checks/commonFixes.ts';
import { parseActionName } from '../../policy/actionName.ts';
import { hasWildcard, matchesPattern } from '../../policy/wildcard.ts';
import { isMultiLine } from '../../syntax/layout.ts';
import { type ArrayNode, literalOf, type StringNode } from '../../syntax/node.ts';
import { textEdits } from '../../syntax/textEdits.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import type { Refactoring } from './refactorItem.ts';
import { selectedStatements, touches } from './selected.ts';

/** A list of more actions than this is no policy that AWS would take. */
const mostActions = 1000;

/** Puts the actions that wildcards match today, but for those the list has already, in their place. */
export const expandWildcard: Refactoring = {
  kind: 'refactor.rewrite.iamRoles.expandWildcard',
  find(selection, { catalog }) {
    const { file, detected, span } = selection;
    const lists = selectedStatements(selection).map(({ action }) => {
      const entries = action?.entries ?? [];
      const chosen = entries.filter((node) => touches(node, span));
      return expandEntries(entries, chosen, catalog);
    });
    const expanded = lists.flatMap((list) => [...list]);
    const [first, ...others] = expanded;
    const count = expanded.reduce((sum, [, names]) => sum + names.length, 0);
    if (first === undefined || count > mostActions) return [];
    const what = others.length === 0 ? literalOf(first[0]) : `${expanded.length} wildcards`;
    const match = others.length === 0 ? 'it matches' : 'they match';
    const number = count === 1 ? 'the action' : `the ${count} actions`;
    const edits = lists.flatMap((list) => writeOut(list, file.text));
    return [
      {
        title: `Expand ${what} to ${number} ${match}`,
        edits: textEdits(file.text, edits, detected.located.escapes),
      },
    ];
  },
};

/** Wildcards of one list with the names to write in their place. */
type Expanded = ReadonlyMap<StringNode, readonly string[]>;

function expandEntries(
  entries: readonly StringNode[],
  chosen: readonly StringNode[],
  catalog: Catalog,
): Expanded {
  const wildcards = chosen.filter((node) => isExpandable(literalOf(node) ?? '', catalog));
  const listed = entries.filter((node) => !wildcards.includes(node)).map((node) => literalOf(node) ?? '');
  const taken = listed.map((text) => text.toLowerCase());
  const expanded = wildcards.map((node) => {
    const names = expandAction(catalog, literalOf(node) ?? '')
      .map(({ prefix, name }) => `${prefix}:${name}`)
      .filter((name) => !taken.some((pattern) => matchesPattern(name.toLowerCase(), pattern)));
    taken.push(...names.map((name) => name.toLowerCase()));
    return [node, names] as const;
  });
  return new Map(expanded.filter(([, names]) => names.length > 0));
}

/** Not where the service is unknown to the data, as then a part of what the wildcard matches would be lost. */
function isExpandable(text: string, catalog: Catalog): boolean {
  const action = parseActionName(text);
  if (action === undefined || hasWildcard(action.prefix) || !hasWildcard(action.name)) return false;
  return catalog.service(action.prefix)?.added === false;
}

/** So many new entries fit on the line of a list; with more it is written anew. */
const mostOnLine = 3;

function writeOut(expanded: Expanded, text: string): TreeEdit[] {
  const [list] = [...expanded.keys()].map((node) => node.parent);
  const isLong = [...expanded.values()].flat().length > mostOnLine;
  const whole =
    isLong && list?.kind === 'array' && !isMultiLine(text, list) ? writtenAnew(list, expanded) : undefined;
  return whole ?? [...expanded].flatMap(([node, names]) => replaceEntry(node, names));
}

function writtenAnew(list: ArrayNode, expanded: Expanded): TreeEdit[] | undefined {
  const texts = list.items.map(
    (item) => (item.kind === 'string' ? expanded.get(item) : undefined) ?? literalOf(item),
  );
  const isKnown = texts.every((one) => one !== undefined);
  return isKnown ? [{ edit: 'replace', node: list, value: texts.flat() }] : undefined;
}
