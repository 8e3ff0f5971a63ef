import { collapseActions } from '../../access/collapseActions.ts';
import { expandAction } from '../../access/expandAction.ts';
import type { AccessLevel, Action, Catalog } from '../../catalog/catalog.ts';
import { replaceEntry } from '../../checks/commonFixes.ts';
import type { Statement } from '../../policy/model.ts';
import { literalOf, type StringNode } from '../../syntax/node.ts';
import type { TreeEdit } from '../../syntax/treeEdit.ts';
import type { Refactoring } from './refactorItem.ts';
import { isWhole, selectedStatement } from './selected.ts';
import { copyStatement } from './statementCopies.ts';

/** `Other`: the access level is not known. */
type Level = AccessLevel | 'Other';

/** In the order of the statements, with the ends of their Sids. */
const levels: readonly (readonly [Level, string])[] = [
  ['List', 'List'],
  ['Read', 'Read'],
  ['Write', 'Write'],
  ['Tagging', 'Tagging'],
  ['Permissions management', 'Permissions'],
  ['Other', 'Other'],
];

/** What wildcards match of more actions than this, no policy would hold. */
const mostActions = 1000;

/**
 * Makes a statement for each access level of a statement's actions. A wildcard that matches actions of several
 * levels is replaced, in each statement, by what it matches today of that level.
 */
export const splitByAccessLevel: Refactoring = {
  kind: 'refactor.rewrite.iamRoles.splitByAccessLevel',
  find(selection, { catalog }) {
    const statement = selectedStatement(selection);
    const entries = statement && levelEntries(statement, catalog);
    if (statement === undefined || entries === undefined || !isWhole(selection)) return [];
    const copies = levels.flatMap(([level, sidSuffix]) =>
      entries.some(({ byLevel }) => byLevel.has(level))
        ? [{ sidSuffix, edits: restrict(entries, level, catalog) }]
        : [],
    );
    const edits = copies.length < 2 ? undefined : copyStatement(selection, statement, copies);
    return edits === undefined
      ? []
      : [{ title: `Split into ${copies.length} statements by access level`, edits }];
  },
};

interface LevelEntry {
  readonly node: StringNode;
  readonly byLevel: ReadonlyMap<Level, readonly Action[]>;
}

function levelEntries({ action }: Statement, catalog: Catalog): readonly LevelEntry[] | undefined {
  const value = action?.value;
  const items = value?.kind === 'array' ? value.items : value === undefined ? [] : [value];
  if (action?.name !== 'Action') return undefined;
  const entries: LevelEntry[] = [];
  let count = 0;
  for (const node of items) {
    const text = literalOf(node);
    if (text === undefined || node.kind !== 'string') return undefined;
    const byLevel = groupByLevel(expandAction(catalog, text));
    if (byLevel.size > 1) for (const actions of byLevel.values()) count += actions.length;
    entries.push({ node, byLevel });
  }
  return count > mostActions ? undefined : entries;
}

function groupByLevel(actions: readonly Action[]): ReadonlyMap<Level, readonly Action[]> {
  const groups = new Map<Level, Action[]>(actions.length === 0 ? [['Other', []]] : []);
  for (const action of actions) {
    const level = action.added ? 'Other' : action.accessLevel;
    const group = groups.get(level) ?? [];
    groups.set(level, group);
    group.push(action);
  }
  return groups;
}

/** Leaves what is of one level: entries that are of no other as they stand, of others the actions of that level. */
function restrict(entries: readonly LevelEntry[], level: Level, catalog: Catalog): readonly TreeEdit[] {
  const mixed = entries.filter(({ byLevel }) => byLevel.size > 1);
  const pure = entries.filter(({ byLevel }) => byLevel.size === 1 && byLevel.has(level));
  const covered = new Set(pure.flatMap(({ byLevel }) => byLevel.get(level) ?? []));
  const added = new Set(mixed.flatMap(({ byLevel }) => byLevel.get(level) ?? []));
  for (const action of covered) added.delete(action);
  const texts = collapsed(
    [...added].map(({ prefix, name }) => `${prefix}:${name}`),
    catalog,
  );
  const [first] = texts.length === 0 ? [] : mixed;
  return entries.flatMap((entry): readonly TreeEdit[] => {
    if (pure.includes(entry)) return [];
    return entry === first ? replaceEntry(entry.node, texts) : [{ edit: 'remove', node: entry.node }];
  });
}

function collapsed(names: readonly string[], catalog: Catalog): readonly string[] {
  const patterns = new Map<number, string>();
  const gone = new Set<number>();
  for (const { pattern, entries } of collapseActions(catalog, names)) {
    for (const [place, index] of entries.entries()) {
      if (place === 0) patterns.set(index, pattern);
      else gone.add(index);
    }
  }
  return names.flatMap((name, index) => (gone.has(index) ? [] : [patterns.get(index) ?? name]));
}
