import type { Span } from '../syntax/node.ts';
import { parseJson } from '../syntax/parseJson.ts';
import { textEdits } from '../syntax/textEdits.ts';
import type { TextEdit } from '../syntax/treeEdit.ts';
import { memberValue } from './jsonMembers.ts';

/** Takes the entry of `suppressions` that begins here out of a settings file; undefined where there is none. */
export function removeSuppression(
  text: string,
  { start }: Pick<Span, 'start'>,
): readonly TextEdit[] | undefined {
  const list = memberValue(parseJson(text).root, 'suppressions');
  const node = list?.kind === 'array' ? list.items.find((entry) => entry.start === start) : undefined;
  return node && textEdits(text, [{ edit: 'remove', node }], 0);
}
