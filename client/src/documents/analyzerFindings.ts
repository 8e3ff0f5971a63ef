import {
  Diagnostic,
  type DiagnosticCollection,
  DiagnosticSeverity,
  languages,
  Range,
  Uri,
  workspace,
} from 'vscode';
import type { LineRange, Severity } from '../../../server/src/protocol.ts';

/** A finding of Access Analyzer in a document. */
export interface AnalyzerFindingAt {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Of AWS's page about it. */
  readonly url: string;
  readonly range: LineRange;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  ERROR: DiagnosticSeverity.Error,
  SECURITY_WARNING: DiagnosticSeverity.Warning,
  WARNING: DiagnosticSeverity.Warning,
  SUGGESTION: DiagnosticSeverity.Information,
};

let collection: DiagnosticCollection | undefined;

/** Shows the findings in the document in place of earlier ones, until it is edited or closed: AWS judged it as it is now. */
export function showAnalyzerFindings(uri: string, findings: readonly AnalyzerFindingAt[]): void {
  collection ??= createCollection();
  collection.set(Uri.parse(uri, true), findings.map(toDiagnostic));
}

/** For as long as the window lives. */
function createCollection(): DiagnosticCollection {
  const created = languages.createDiagnosticCollection('iamRoles.accessAnalyzer');
  workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) created.delete(document.uri);
  });
  workspace.onDidCloseTextDocument(({ uri }) => created.delete(uri));
  return created;
}

function toDiagnostic({
  code,
  severity,
  message,
  url,
  range: { start, end },
}: AnalyzerFindingAt): Diagnostic {
  const range = new Range(start.line, start.character, end.line, end.character);
  const diagnostic = new Diagnostic(range, message, severities[severity]);
  diagnostic.source = 'IAM Access Analyzer';
  diagnostic.code = url.startsWith('https://') ? { value: code, target: Uri.parse(url) } : code;
  return diagnostic;
}
