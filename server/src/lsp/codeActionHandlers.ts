import {
  type CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  type Connection,
  type TextEdit as LspEdit,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Fix } from '../checks/check.ts';
import { fixAll, safeFix } from '../checks/fixAll.ts';
import { codeActions } from '../features/codeActions.ts';
import { refactorKinds } from '../features/refactor/refactorings.ts';
import type { Span } from '../syntax/node.ts';
import { answer } from './answer.ts';
import type { WithDocument } from './featureHandlers.ts';
import { lspEdits, rangeOf } from './lspRange.ts';
import { type MakeFile, refactorActions } from './refactorActions.ts';
import type { OpenDocument } from './session.ts';
import { isSettingsFile } from './settingsFileDiagnostics.ts';
import { settingsFileFixes } from './settingsFileFixes.ts';
import { suppressActions } from './suppressFinding.ts';
import { toDiagnostic } from './toDiagnostic.ts';

/** What "fix on save" asks for: everything that may be mended unasked. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.iamRoles`;

export const codeActionCapabilities = {
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, ...refactorKinds] },
} satisfies ServerCapabilities;

type Opened = OpenDocument & { readonly document: TextDocument };

/** What of code actions depends on the client. */
export interface ActionSupport {
  /** Undefined where the client makes no files. */
  readonly makeFile: MakeFile | undefined;
  /** The client makes edits that the server asks for. */
  readonly suppress: boolean;
}

export function answerCodeActions(
  connection: Connection,
  withDocument: WithDocument,
  { makeFile, suppress }: ActionSupport,
): void {
  connection.onCodeAction(({ textDocument, range, context: { only, triggerKind, diagnostics } }, token) =>
    answer<CodeAction[]>(connection.console, 'code actions', token, [], async () => {
      const opened = await withDocument<Opened | undefined>(textDocument.uri, undefined, (found) => found);
      if (opened === undefined) return [];
      const { document } = opened;
      const wanted = (kind: string) =>
        only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? !kind.startsWith('source.');
      if (isSettingsFile(document.uri))
        return wanted(CodeActionKind.QuickFix) ? settingsFileFixes(document, diagnostics) : [];
      if (opened.file.policies.length === 0) return [];
      const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      // Whoever only moves the cursor is not asking to have sound text rewritten.
      const isPassing =
        triggerKind === CodeActionTriggerKind.Automatic && only === undefined && span.start === span.end;
      return [
        ...(wanted(CodeActionKind.QuickFix) ? quickFixes(span, opened) : []),
        ...(suppress && wanted(CodeActionKind.QuickFix) ? suppressActions(span, opened) : []),
        ...(wanted(fixAllKind) ? fixEverything(opened) : []),
        ...(isPassing ? [] : await refactorActions(opened, span, wanted, makeFile)),
      ];
    }),
  );
}

function quickFixes(span: Span, opened: Opened): CodeAction[] {
  const { document, file, findings, pageUrl } = opened;
  const items = codeActions(file, span, findings());
  const fixes = items.map(
    (item): CodeAction => ({
      title: item.title,
      kind: CodeActionKind.QuickFix,
      isPreferred: item.preferred,
      diagnostics: [toDiagnostic(document, item.finding, pageUrl)],
      edit: { changes: { [document.uri]: lspEdits(document, item.edits) } },
    }),
  );
  const codes = [...new Set(items.map(({ finding }) => finding.code))];
  return [...fixes, ...codes.flatMap((code) => fixAllOfKind(code, opened))];
}

function fixAllOfKind(code: string, opened: Opened): CodeAction[] {
  const { document } = opened;
  let mended = 0;
  const choose = (finding: Finding): Fix | undefined => {
    const fix = finding.code === code ? finding.fixes()[0] : undefined;
    if (fix !== undefined) mended++;
    return fix;
  };
  const edit = mendedDocument(opened, choose);
  if (edit === undefined || mended < 2) return [];
  return [
    {
      title: `Fix all ${code} in this file`,
      kind: CodeActionKind.QuickFix,
      edit: { changes: { [document.uri]: [edit] } },
    },
  ];
}

function fixEverything(opened: Opened): CodeAction[] {
  const edit = mendedDocument(opened, safeFix);
  if (edit === undefined) return [];
  return [
    {
      title: 'Fix all that IAM Roles can mend safely',
      kind: fixAllKind,
      edit: { changes: { [opened.document.uri]: [edit] } },
    },
  ];
}

/** One edit of what changed; undefined where nothing did. */
function mendedDocument(opened: Opened, choose: (finding: Finding) => Fix | undefined): LspEdit | undefined {
  const { document, file, read, catalog, checkSettings, control } = opened;
  const text = fixAll(file, read, choose, catalog, checkSettings, control);
  if (text === file.text) return undefined;
  let start = 0;
  while (start < text.length && text[start] === file.text[start]) start++;
  let same = 0;
  const most = Math.min(text.length, file.text.length) - start;
  while (same < most && text[text.length - 1 - same] === file.text[file.text.length - 1 - same]) same++;
  const range = rangeOf(document, { start, end: file.text.length - same });
  return { range, newText: text.slice(start, text.length - same) };
}
