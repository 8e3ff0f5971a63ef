import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { unusedSuppression } from '../checks/control.ts';
import { removeSuppression } from '../policy/removeSuppression.ts';
import { lspEdits } from './lspRange.ts';

/** What mends the diagnostics of a settings file. */
export function settingsFileFixes(document: TextDocument, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.code !== unusedSuppression.code) return [];
    const start = document.offsetAt(diagnostic.range.start);
    const edits = removeSuppression(document.getText(), { start });
    if (edits === undefined) return [];
    return [
      {
        title: 'Remove this suppression',
        kind: CodeActionKind.QuickFix,
        isPreferred: true,
        diagnostics: [diagnostic],
        edit: { changes: { [document.uri]: lspEdits(document, edits) } },
      },
    ];
  });
}
