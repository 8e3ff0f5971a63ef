import type { RelatedPlace } from '../checks/check.ts';
import { pathText } from '../policy/pathText.ts';
import { type CheckedFile, linkText, rangesIn } from './checkedFile.ts';

/** One JSON document: `findings` with lines and characters from 0, and `files`, the number of files read. */
export function printJson(files: readonly CheckedFile[]): string {
  const findings = files.flatMap((file) => {
    const rangeOf = rangesIn(file.text);
    return file.findings.map(({ code, severity, message, path, related, ...span }) => ({
      file: file.path,
      code,
      severity,
      message,
      path,
      range: rangeOf(span),
      related: related.map(({ path, message, ...span }) => ({ path, range: rangeOf(span), message })),
    }));
  });
  return `${JSON.stringify({ findings, files: files.length }, undefined, 2)}\n`;
}

/**
 * A line for each finding, `file:line:column` from 1 as editors and terminals link it, indented ones for what else it
 * tells, and a summary.
 */
export function printText(files: readonly CheckedFile[]): string {
  const lines = files.flatMap((file) => {
    if (file.policies === 0 && file.findings.length === 0)
      return file.named ? [`${file.path}: No policy was found.`] : [];
    const rangeOf = rangesIn(file.text);
    const line = (place: RelatedPlace, message: string): string => {
      const where = place.path.length > 0 ? ` (at ${pathText(place.path)})` : '';
      return `${linkText(file.path, rangeOf(place).start)}: ${message}${where}`;
    };
    return file.findings.flatMap((finding) => [
      line(finding, `${finding.severity} ${finding.code}: ${finding.message}`),
      ...finding.related.flatMap((place) =>
        place.message === undefined ? [] : [`  ${line(place, place.message)}`],
      ),
    ]);
  });
  return [...lines, summary(files), ''].join('\n');
}

/** How much was found in how much, in a sentence. */
export function summary(files: readonly CheckedFile[]): string {
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
