import type { Statement } from '../../policy/model.ts';
import { matchesPattern } from '../../policy/wildcard.ts';
import { literalOf, type Node } from '../../syntax/node.ts';

/** `perhaps`: something in the list of actions is not known before the deployment, or still to be typed. */
export type Inclusion = 'yes' | 'no' | 'perhaps';

/** Whether the actions of a statement include `action`, which is in lower case; wildcards and `NotAction` count. */
export function includesAction({ action: element }: Statement, action: string): Inclusion {
  if (element === undefined) return 'no';
  const named = element.entries.some((entry) => {
    const pattern = literalOf(entry);
    return pattern !== undefined && matchesPattern(action, pattern.toLowerCase());
  });
  const outside = element.name === 'NotAction';
  if (named) return outside ? 'no' : 'yes';
  if (isOpen(element.value)) return 'perhaps';
  return outside ? 'yes' : 'no';
}

function isOpen(value: Node | undefined): boolean {
  const items = value?.kind === 'array' ? value.items : [value];
  return items.some(
    (item) => item === undefined || item.kind === 'unknown' || isUnknownText(item) || literalOf(item) === '',
  );
}

function isUnknownText(node: Node): boolean {
  return node.kind === 'string' && literalOf(node) === undefined;
}
