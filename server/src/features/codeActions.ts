import type { CheckSettings, Finding, Fix } from '../checks/check.ts';
import { checkFile } from '../checks/checkPolicy.ts';
import { fixEdits } from '../checks/fixEdits.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import type { Span } from '../syntax/node.ts';
import type { TextEdit } from '../syntax/treeEdit.ts';
import type { FeatureContext } from './featureContext.ts';

export interface CodeActionItem {
  readonly title: string;
  /** The best fix of its finding. */
  readonly preferred: boolean;
  /** What it mends. */
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
}

export interface CodeActionContext extends FeatureContext {
  readonly checkSettings: CheckSettings;
}

/** The fixes of all findings that touch a span, those of a finding together and the best first. */
export function codeActions(file: PolicyFile, span: Span, context: CodeActionContext): CodeActionItem[] {
  return checkFile(file, context.catalog, context.checkSettings)
    .filter((finding) => finding.start <= span.end && span.start <= finding.end)
    .flatMap((finding) => finding.fixes().map((fix, index) => toAction(file, finding, fix, index === 0)));
}

function toAction(file: PolicyFile, finding: Finding, fix: Fix, preferred: boolean): CodeActionItem {
  return { title: fix.title, preferred, finding, edits: fixEdits(file, finding, fix) };
}
