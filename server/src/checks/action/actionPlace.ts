import type { Statement } from '../../policy/model.ts';
import { hasWildcard, matchesPattern } from '../../policy/wildcard.ts';
import { literalOf, type Node, type StringNode } from '../../syntax/node.ts';

/** How a statement names an action: by its name, by a pattern, or by leaving it out of NotAction. */
export type ActionForm = 'name' | 'pattern' | 'NotAction';

/** Where a statement names `action`, in lower case, in this form; undefined where it does not or a hole could. */
export function actionPlace(
  action: string,
  form: ActionForm,
  { action: element }: Statement,
): Node | undefined {
  if (element === undefined || (element.name === 'NotAction') !== (form === 'NotAction')) return undefined;
  const { entries } = element;
  if (form === 'NotAction') {
    return entries.some((node) => mayName(node, action)) ? undefined : element.value;
  }
  const named = entries.find((node) => isNamed(literalOf(node), action));
  if (form === 'name' || named !== undefined) return form === 'name' ? named : undefined;
  return entries.find((node) => hasWildcard(literalOf(node) ?? '') && mayName(node, action));
}

function mayName(node: StringNode, action: string): boolean {
  const text = literalOf(node);
  return text === undefined || matchesPattern(action, text.toLowerCase());
}

/** Statements have thousands of actions, so most are told by their length. */
function isNamed(text: string | undefined, action: string): boolean {
  return text?.length === action.length && text.toLowerCase() === action;
}
