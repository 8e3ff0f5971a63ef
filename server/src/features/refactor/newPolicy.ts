import { jsonOf } from '../../checks/splitStatement.ts';
import { layoutOf, printJson } from '../../syntax/layout.ts';
import type { JsonValue } from '../../syntax/treeEdit.ts';
import type { NewFile, Selection } from './refactorItem.ts';

/** A file with a policy of these statements, of the same version and laid out like the document. */
export function newPolicy(
  { file: { text }, detected: { policy } }: Selection,
  statements: readonly JsonValue[],
  suffix: string,
): NewFile {
  const version = jsonOf(policy.version?.value);
  const document = { ...(version !== undefined && { Version: version }), Statement: statements };
  const layout = layoutOf(text);
  return { suffix, text: printJson(document, layout, '') + layout.lineBreak };
}

/** Part of a template cannot live in a file of its own: nothing would deploy it. */
export function standsAlone({ detected: { policy } }: Selection): boolean {
  return policy.isWholeDocument && policy.level === 'document';
}
