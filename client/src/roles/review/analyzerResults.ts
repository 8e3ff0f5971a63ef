import type { AccessCheck, AnalyzerFinding, PolicyPathElement } from '../reviewApi.ts';
import type { Severity } from './severity.ts';

/** A finding of Access Analyzer, before it is known where it is in a document. */
export interface PathFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Of AWS's page about it. */
  readonly url: string;
  readonly path: readonly PolicyPathElement[];
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** What is told of a place of a document. */
interface Placed {
  readonly code: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** One for each place; a finding without any is one of the whole policy. */
export function validationFindings(findings: readonly AnalyzerFinding[]): readonly PathFinding[] {
  return findings.flatMap(({ paths, ...finding }) =>
    (paths.length === 0 ? [[]] : paths).map((path) => ({ ...finding, path })),
  );
}

/** What a check that failed says, by statement where AWS tells which; of that its Effect is marked, and not all its lines. */
export function checkFindings(code: string, url: string, check: AccessCheck): readonly PathFinding[] {
  if (check.passed) return [];
  const reasons =
    check.reasons.length === 0 ? [{ description: check.message, statement: undefined }] : check.reasons;
  return reasons.map(({ description, statement }) => ({
    code,
    severity: 'SECURITY_WARNING',
    message: description,
    url,
    path: statement === undefined ? [] : [{ value: 'Statement' }, { index: statement }, { key: 'Effect' }],
  }));
}

/** Without what is told of the same place under the same code already: one of the ranges may be within the other. */
export function notToldYet<Finding extends Placed>(
  findings: readonly Finding[],
  told: readonly Placed[],
): readonly Finding[] {
  return findings.filter(
    (one) =>
      !told.some(
        (other) =>
          other.code === one.code && (contains(one.range, other.range) || contains(other.range, one.range)),
      ),
  );
}

function contains(outer: Placed['range'], inner: Placed['range']): boolean {
  return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}
