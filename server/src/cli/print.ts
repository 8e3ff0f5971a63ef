import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../checks/check.ts';
import type { Path, Span } from '../syntax/node.ts';

export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  /** Named by the user, rather than met in a folder. */
  readonly named: boolean;
  /** How many policies the file holds. */
  readonly policies: number;
  readonly findings: readonly Finding[];
}

/** One JSON document: `findings` with lines and characters from 0, and `files`, the number of files read. */
export function printJson(files: readonly CheckedFile[]): string {
  const findings = files.flatMap((file) => {
    const rangeOf = ranges(file);
    return file.findings.map(({ code, severity, message, path, related, ...span }) => ({
      file: file.path,
      code,
      severity,
      message,
      path,
      range: rangeOf(span),
      related: related.map((place) => ({ path: place.path, range: rangeOf(place) })),
    }));
  });
  return `${JSON.stringify({ findings, files: files.length }, undefined, 2)}\n`;
}

/** A line for each finding, `file:line:column` from 1 as editors and terminals link it, and a summary. */
export function printText(files: readonly CheckedFile[]): string {
  const lines = files.flatMap((file) => {
    if (file.policies === 0 && file.findings.length === 0)
      return file.named ? [`${file.path}: No policy was found.`] : [];
    const rangeOf = ranges(file);
    return file.findings.map((finding) => {
      const { line, character } = rangeOf(finding).start;
      const place = `${file.path}:${line + 1}:${character + 1}`;
      const where = finding.path.length > 0 ? ` (at ${pathText(finding.path)})` : '';
      return `${place}: ${finding.severity} ${finding.code}: ${finding.message}${where}`;
    });
  });
  return [...lines, summary(files), ''].join('\n');
}

function ranges(file: CheckedFile): (span: Span) => { start: Place; end: Place } {
  const document = TextDocument.create('', 'json', 0, file.text);
  return ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}

interface Place {
  readonly line: number;
  readonly character: number;
}

function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function summary(files: readonly CheckedFile[]): string {
  const findings = files.flatMap((file) => file.findings);
  const policies = files.reduce((sum, file) => sum + file.policies, 0);
  const read = `${count(policies, 'policy', 'policies')} in ${count(files.length, 'file', 'files')}`;
  if (findings.length === 0 && policies === 0)
    return `No policy was found in ${count(files.length, 'file', 'files')}.`;
  if (findings.length === 0) return `No findings: ${read}.`;
  const bySeverity = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION']
    .map(
      (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
    )
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `${number} ${severity}`);
  return `${count(findings.length, 'finding', 'findings')} (${bySeverity.join(', ')}): ${read}.`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
