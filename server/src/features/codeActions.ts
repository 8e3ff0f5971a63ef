import type { Finding, Fix } from '../checks/check.ts';
import { fixEdits } from '../checks/fixEdits.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import type { Span } from '../syntax/node.ts';
import type { TextEdit } from '../syntax/treeEdit.ts';

export interface CodeActionItem {
  readonly title: string;
  /** The best fix of its finding. */
  readonly preferred: boolean;
  /** What it mends. */
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
}

/** The fixes of the findings that touch a span, those of a finding together and the best first. */
export function codeActions(file: PolicyFile, span: Span, findings: readonly Finding[]): CodeActionItem[] {
  return findings
    .filter((finding) => finding.start <= span.end && span.start <= finding.end)
    .flatMap((finding) => finding.fixes().map((fix, index) => toAction(file, finding, fix, index === 0)));
}

function toAction(file: PolicyFile, finding: Finding, fix: Fix, preferred: boolean): CodeActionItem {
  return { title: fix.title, preferred, finding, edits: fixEdits(file, finding, fix) };
}
