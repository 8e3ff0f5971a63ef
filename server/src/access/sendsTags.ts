import type { Action, Catalog } from '../catalog/catalog.ts';
import { rememberByText } from '../catalog/remember.ts';
import { expandAction } from './expandAction.ts';

const known = new WeakMap<Action, boolean>();
const tagKey = /^(aws:resourcetag\/|aws:requesttag\/|aws:tagkeys$)/i;

/**
 * Whether AWS's documentation lists a tag key for an action, or for a resource type it works on. One that takes
 * tags for what it creates (`aws:RequestTag`) counts too: Access Analyzer was seen to exempt these. True where
 * nothing is known of the action.
 */
export function sendsTags(action: Action, catalog: Catalog): boolean {
  let sends = known.get(action);
  if (sends === undefined) {
    const types = catalog.service(action.prefix)?.resourceTypes;
    const ofTypes = action.resourceTypes.flatMap(({ name, conditionKeys }) => [
      ...conditionKeys,
      ...(types?.get(name)?.conditionKeys ?? []),
    ]);
    sends = action.added || [...action.conditionKeys, ...ofTypes].some((key) => tagKey.test(key));
    known.set(action, sends);
  }
  return sends;
}

/** The actions a pattern matches that send no tags; `every service` for a pattern of all, which has many. */
export const actionsWithoutTags = rememberByText(
  (catalog: Catalog, pattern): readonly Action[] | 'every service' => {
    if (/^[*:]+$/.test(pattern)) return 'every service';
    return expandAction(catalog, pattern).filter((action) => !sendsTags(action, catalog));
  },
);
