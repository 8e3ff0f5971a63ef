import type { Redundancy } from '../access/redundant.ts';
import { redundantActions } from '../access/redundantActions.ts';
import { redundantResources } from '../access/redundantResources.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { literalOf, type StringNode } from '../syntax/node.ts';
import type { TreeEdit } from '../syntax/treeEdit.ts';
import type { Fix } from './check.ts';
import { replaceEntry } from './commonFixes.ts';

type FindRedundant = (texts: readonly string[]) => readonly Redundancy[];

/** A fix that writes actions in the place of an entry of `Action` or `NotAction`. */
export function changeAction(
  node: StringNode,
  texts: readonly string[],
  catalog: Catalog,
  title = `Change to ${texts.join(' and ')}`,
): Fix {
  return change(node, texts, (list) => redundantActions(catalog, list), { title, safe: false });
}

/** A fix that writes ARNs in the place of an entry of `Resource` or `NotResource`. */
export function changeResource(
  node: StringNode,
  texts: readonly string[],
  { title, safe }: Pick<Fix, 'title' | 'safe'> = { title: `Change to ${texts.join(' and ')}`, safe: false },
): Fix {
  return change(node, texts, redundantResources, { title, safe });
}

/** What the change leaves with nothing of its own to say goes, be it new or another entry of the list. */
function change(
  node: StringNode,
  texts: readonly string[],
  find: FindRedundant,
  { title, safe }: Pick<Fix, 'title' | 'safe'>,
): Fix {
  const items = node.parent?.kind === 'array' ? node.parent.items : [node];
  const at = items.indexOf(node);
  const old = items.map((item) => literalOf(item) ?? '');
  const idle = new Set(find(old).map(({ entry }) => entry));
  const wanted = [...old.slice(0, at), ...texts, ...old.slice(at + 1)];
  const redundant = new Map(find(wanted).map(({ entry, by }) => [entry, by]));
  const kept = texts.filter((_, index) => !redundant.has(at + index));
  const gone = items.filter(
    (_, index) =>
      index !== at && !idle.has(index) && redundant.has(index < at ? index : index + texts.length - 1),
  );
  const removals = gone.map((entry): TreeEdit => ({ edit: 'remove', node: entry }));
  if (kept.length > 0) return { title, edits: [...replaceEntry(node, kept), ...removals], safe };
  const other = wanted[redundant.get(at) ?? at] ?? '';
  return {
    title: `Remove the entry, as ${other} stands in the list`,
    edits: [{ edit: 'remove', node }, ...removals],
    safe,
  };
}
