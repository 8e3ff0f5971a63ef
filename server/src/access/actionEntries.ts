import type { Action, Catalog } from '../catalog/catalog.ts';
import { rememberByText, rememberWithin } from '../catalog/remember.ts';
import { parseActionName } from '../policy/actionName.ts';
import type { Statement } from '../policy/model.ts';
import { hasWildcard } from '../policy/wildcard.ts';
import { literalOf, type StringNode } from '../syntax/node.ts';
import type { EntryMeaning } from './entryMeaning.ts';
import { expandAction } from './expandAction.ts';
import { takesResource } from './takesResource.ts';
import { nothingWatched, type Watched, watchedBy } from './watchLists.ts';

/** What a text stands for in `Action` or `NotAction`. */
export interface ActionMeaning extends EntryMeaning {
  /** As IAM compares it. */
  readonly lower: string;
  readonly hasWildcard: boolean;
  /** The action that it names without a wildcard; undefined for one that AWS does not document. */
  readonly action: Action | undefined;
  /** Whether that action is used on resources that a statement may choose. */
  readonly takesResource: boolean;
  /** The actions that it matches of the one service it names; none for a pattern of services. */
  readonly actions: readonly Action[];
  readonly watched: Watched;
}

export interface ActionEntry {
  readonly node: StringNode;
  /** A text with a hole stands for nothing. */
  readonly meaning: ActionMeaning;
}

/** The entries of the `Action` or `NotAction` of a statement. */
export interface ActionEntries {
  readonly all: readonly ActionEntry[];
  /** Those that match a watched action, which are few or none. */
  readonly watched: readonly ActionEntry[];
}

const meaningOf = rememberByText((catalog: Catalog, text): ActionMeaning => {
  const isPattern = hasWildcard(text);
  const actions = hasWildcard(parseActionName(text)?.prefix ?? text) ? [] : expandAction(catalog, text);
  const action = isPattern ? undefined : actions[0];
  return {
    text,
    soundFor: [],
    lower: text.toLowerCase(),
    hasWildcard: isPattern,
    action,
    takesResource: action !== undefined && takesResource(action),
    actions,
    watched: watchedBy(catalog, text),
  };
});

const policyOf = ({ policy }: Statement): unknown => policy;
const read = rememberWithin(policyOf, (catalog: Catalog, { action }: Statement): ActionEntries => {
  const all: ActionEntry[] = [];
  for (const node of action?.entries ?? [])
    all.push({ node, meaning: meaningOf(catalog, literalOf(node) ?? '') });
  return { all, watched: all.filter(({ meaning }) => meaning.watched !== nothingWatched) };
});

/** What the actions of a statement stand for: one look-up for each text, for all checks that ask. */
export function actionEntries(statement: Statement, catalog: Catalog): ActionEntries {
  return read(catalog, statement);
}
