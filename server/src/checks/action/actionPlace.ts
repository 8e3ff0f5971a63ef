import { actionEntries } from '../../access/actionEntries.ts';
import type { Delegation } from '../../access/watchLists.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Statement } from '../../policy/model.ts';
import { literalOf, type Node } from '../../syntax/node.ts';

/** How a statement names an action: by its name, by a pattern, or by leaving it out of NotAction. */
export type ActionForm = 'name' | 'pattern' | 'NotAction';

/** Where a statement names `action` in this form; undefined where it does not or a hole could. */
export function actionPlace(
  action: Delegation,
  form: ActionForm,
  statement: Statement,
  catalog: Catalog,
): Node | undefined {
  const { action: element } = statement;
  if (element === undefined || (element.name === 'NotAction') !== (form === 'NotAction')) return undefined;
  const { watched } = actionEntries(statement, catalog);
  if (watched.length === 0 && form !== 'NotAction') return undefined;
  const naming = watched.filter(({ meaning }) => meaning.watched.delegates.includes(action));
  if (form === 'NotAction') {
    const named = naming.length > 0 || element.entries.some((node) => literalOf(node) === undefined);
    return named ? undefined : element.value;
  }
  const byName = naming.find(({ meaning }) => !meaning.hasWildcard);
  if (form === 'name') return byName?.node;
  return byName === undefined ? naming[0]?.node : undefined;
}
