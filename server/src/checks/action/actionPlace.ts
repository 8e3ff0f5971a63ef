import type { Statement } from '../../policy/model.ts';
import { hasWildcard, matchesPattern } from '../../policy/wildcard.ts';
import { literalOf, type Node } from '../../syntax/node.ts';

/** How a statement names an action: by its name, by a pattern, or by leaving it out of NotAction. */
export type ActionForm = 'name' | 'pattern' | 'NotAction';

/** Where a statement names `action`, in lower case, in this form; undefined where it does not or a hole could. */
export function actionPlace(
  action: string,
  form: ActionForm,
  { action: element }: Statement,
): Node | undefined {
  if (element === undefined || (element.name === 'NotAction') !== (form === 'NotAction')) return undefined;
  const texts = element.entries.map((node) => literalOf(node)?.toLowerCase());
  if (form === 'NotAction') {
    const excluded = texts.some((text) => text === undefined || matchesPattern(action, text));
    return excluded ? undefined : element.value;
  }
  const named = texts.indexOf(action);
  if (form === 'name') return element.entries[named];
  const pattern = texts.findIndex((text) => text && hasWildcard(text) && matchesPattern(action, text));
  return named >= 0 ? undefined : element.entries[pattern];
}
