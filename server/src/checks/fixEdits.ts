import type { PolicyFile } from '../policy/readDocument.ts';
import { textEdits } from '../syntax/textEdits.ts';
import type { TextEdit } from '../syntax/treeEdit.ts';
import type { Finding, Fix } from './check.ts';

/** A fix as edits of the document's text, in order and without overlap. */
export function fixEdits(file: PolicyFile, finding: Finding, fix: Fix): TextEdit[] {
  const holder = file.policies.find(
    ({ policy: { node } }) => node.start <= finding.start && finding.end <= node.end,
  );
  return textEdits(file.text, fix.edits, holder?.located.escapes ?? 0);
}
