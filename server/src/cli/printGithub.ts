import type { Severity } from '../protocol.ts';
import { type CheckedFile, rangesIn } from './checkedFile.ts';
import { summary } from './print.ts';

const commands: Readonly<Record<Severity, string>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'notice',
};

/**
 * Workflow commands of GitHub Actions, which annotate the lines of a pull request, and a summary. Source: GitHub Docs,
 * Workflow commands for GitHub Actions.
 */
export function printGithub(files: readonly CheckedFile[]): string {
  const lines = files.flatMap((file) => {
    const rangeOf = rangesIn(file.text);
    return file.findings.map((finding) => {
      const { start, end } = rangeOf(finding);
      const properties = Object.entries({
        file: file.path,
        line: start.line + 1,
        endLine: end.line + 1,
        // GitHub takes columns of findings within one line only.
        ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
        title: finding.code,
      }).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
      return `::${commands[finding.severity]} ${properties.join()}::${escaped(finding.message)}`;
    });
  });
  return [...lines, summary(files), ''].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
