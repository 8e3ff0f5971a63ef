import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import { applyTextEdits } from '../syntax/textEdits.ts';
import type { TextEdit } from '../syntax/treeEdit.ts';
import type { CheckSettings, Finding, Fix } from './check.ts';
import { checkFile } from './checkPolicy.ts';
import { type Control, controlFindings, noControl } from './control.ts';
import { fixEdits } from './fixEdits.ts';

/** Which findings to mend, and with what. */
export type ChooseFix = (finding: Finding) => Fix | undefined;

/** The first fix that may be made unasked. */
export function safeFix(finding: Finding): Fix | undefined {
  return finding.fixes().find(({ safe }) => safe);
}

/** Mending one finding can bring up what it hid; a document is as good as mended after so many turns. */
const mostRounds = 10;

/**
 * A document's text with everything mended that `choose` has a fix for and the settings leave. Fixes that would touch the same text are made
 * one after the other, each on what the others left. `read` reads a text as the document was read.
 */
export function fixAll(
  file: PolicyFile,
  read: (text: string) => PolicyFile,
  choose: ChooseFix,
  catalog: Catalog,
  settings: CheckSettings,
  control: Control = noControl,
): string {
  const findingsOf = (one: PolicyFile) =>
    controlFindings(one, checkFile(one, catalog, settings), control).findings;
  let current = file;
  for (let round = 0; round < mostRounds; round++) {
    const edits = chosenEdits(current, choose, findingsOf(current));
    if (edits.length === 0) break;
    current = read(applyTextEdits(current.text, edits));
  }
  return current.text;
}

function chosenEdits(file: PolicyFile, choose: ChooseFix, findings: readonly Finding[]): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const finding of findings) {
    const fix = choose(finding);
    if (fix === undefined) continue;
    const edits = fixEdits(file, finding, fix);
    if (!edits.some((edit) => chosen.some((other) => touches(edit, other)))) chosen.push(...edits);
  }
  return chosen.sort((one, other) => one.start - other.start || one.end - other.end);
}

function touches(one: TextEdit, other: TextEdit): boolean {
  return one.start <= other.end && other.start <= one.end;
}
