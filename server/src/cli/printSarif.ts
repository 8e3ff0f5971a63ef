import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalog } from '../catalog/catalog.ts';
import type { Finding } from '../checks/check.ts';
import { checkPage, whatOf } from '../pages/checkPage.ts';
import { markdownOf } from '../pages/markdown.ts';
import { pageBlocks } from '../pages/pageBlocks.ts';
import { plainTextOf } from '../pages/plainText.ts';
import { pathText } from '../policy/pathText.ts';
import type { Severity } from '../protocol.ts';
import type { Span } from '../syntax/node.ts';
import { type CheckedFile, rangesIn } from './checkedFile.ts';

const levels = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'note',
} as const satisfies Readonly<Record<Severity, string>>;

/**
 * A log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS Standard of March 2020), as GitHub code
 * scanning takes it. `complaints` are the sentences about what could not be read.
 */
export function printSarif(
  files: readonly CheckedFile[],
  complaints: readonly string[],
  catalog: Catalog,
): string {
  const codes = [...new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'IAM Roles', rules: codes.map((code) => ruleOf(code, catalog)) } },
        invocations: [
          {
            executionSuccessful: complaints.length === 0,
            toolExecutionNotifications: complaints.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => resultsOf(file, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Its help is the page that the documentation has of the code. */
function ruleOf(code: string, catalog: Catalog): object {
  const page = checkPage(code);
  if (page === undefined) return { id: code };
  const { severity, source, parts } = page;
  const blocks = pageBlocks(page, catalog);
  return {
    id: code,
    shortDescription: { text: whatOf(page) },
    fullDescription: { text: parts.map(({ what, why }) => `${what} ${why}`).join(' ') },
    help: { text: plainTextOf(blocks), markdown: markdownOf(blocks) },
    ...(source !== undefined && { helpUri: source }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['iam', ...(severity === 'SECURITY_WARNING' ? ['security'] : [])] },
  };
}

function resultsOf(file: CheckedFile, codes: readonly string[]): object[] {
  const placeOf = placesIn(file);
  return file.findings.map((finding) => ({
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ ...placeOf(finding), ...logicalPlace(finding) }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((place, id) => ({
        id,
        ...placeOf(place),
        message: { text: place.message ?? pathText(place.path) },
      })),
    }),
  }));
}

function placesIn({ path, text }: CheckedFile): (span: Span) => object {
  const rangeOf = rangesIn(text);
  const artifactLocation = { uri: uriOf(path) };
  return (span) => {
    const { start, end } = rangeOf(span);
    const region = {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
    return { physicalLocation: { artifactLocation, region } };
  };
}

function logicalPlace({ path }: Finding): object {
  return path.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: pathText(path) }] };
}

/** Relative to the folder of the call, which code scanning takes for the repository. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
}
