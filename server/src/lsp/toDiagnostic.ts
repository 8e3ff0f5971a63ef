import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../checks/check.ts';
import { pathText } from '../policy/pathText.ts';
import type { Severity } from '../protocol.ts';
import type { PageUrl } from './checkPageUrls.ts';
import { rangeOf } from './lspRange.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  ERROR: DiagnosticSeverity.Error,
  SECURITY_WARNING: DiagnosticSeverity.Warning,
  WARNING: DiagnosticSeverity.Warning,
  SUGGESTION: DiagnosticSeverity.Information,
};

/** A finding as the editor shows it, linked to the page of its check. */
export function toDiagnostic(document: TextDocument, finding: Finding, pageUrl: PageUrl): Diagnostic {
  const page = pageUrl(finding.code);
  return {
    range: rangeOf(document, finding),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'IAM Roles',
    message: finding.message,
    ...(page !== undefined && { codeDescription: { href: page } }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map((place) => ({
        location: { uri: document.uri, range: rangeOf(document, place) },
        message: place.message ?? pathText(place.path),
      })),
    }),
  };
}
