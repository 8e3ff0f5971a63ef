import { type Diagnostic, languages, type Range, type TextDocument, type Uri } from 'vscode';
import { waitFor } from './waitFor.ts';

/** What the extension reports of a document; the editor's own JSON service reports beside it. */
export function findingsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'IAM Roles');
}

/** The code of a diagnostic, with or without a link. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function codesOf(uri: Uri): string[] {
  return findingsOf(uri).map(codeOf).sort();
}

/** Waits until the document's findings have these codes and no others. */
export function waitForCodes(uri: Uri, codes: readonly string[]): Promise<string[]> {
  const wanted = [...codes].sort().join();
  return waitFor(
    () => codesOf(uri),
    (found) => found.join() === wanted,
  );
}

/** A range as offsets, to compare with the marks of a text. */
export function spanOf(document: TextDocument, { start, end }: Range): { start: number; end: number } {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
