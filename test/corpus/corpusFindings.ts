import { readFileSync } from 'node:fs';
import type { Finding } from '../../server/src/checks/check.ts';
import { checkFile } from '../../server/src/checks/checkPolicy.ts';
import { readDocument } from '../../server/src/policy/readDocument.ts';
import type { Severity } from '../../server/src/protocol.ts';
import type { Path } from '../../server/src/syntax/node.ts';
import { testCatalog } from '../catalog.ts';
import type { CorpusPolicy } from './managedPolicies.ts';

/** A place that Access Analyzer named. */
export interface AnalyzerPlace {
  readonly code: string;
  readonly severity: Severity;
  readonly path: Path;
}

export interface KnownDifference {
  readonly policy: string;
  readonly version: string;
  readonly code: string;
  readonly paths: readonly Path[];
  /** Whether we report it and AWS does not, or was not asked; or the other way round. */
  readonly side: 'ours alone' | 'theirs alone';
  readonly reason: string;
}

/** What Access Analyzer found, by policy and version; empty for a clean policy. */
export function analyzerFindings(): ReadonlyMap<string, readonly AnalyzerPlace[]> {
  const lines = readText('analyzerFindings.jsonl').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const row: { policy: string; version: string; findings: AnalyzerPlace[] } = JSON.parse(line);
      return [nameOf({ name: row.policy, version: row.version }), row.findings];
    }),
  );
}

export function knownDifferences(): readonly KnownDifference[] {
  const { differences }: { differences: KnownDifference[] } = JSON.parse(readText('knownDifferences.json'));
  return differences;
}

/** Our findings on a policy, as a person sees them who opens it pretty-printed. */
export function findingsOf(policy: CorpusPolicy): readonly Finding[] {
  const file = readDocument(JSON.stringify(policy.document, undefined, 2), { chosen: { type: 'identity' } });
  return checkFile(file, testCatalog(), { trustedAccounts: [] });
}

/** Every place of a finding counts for itself, as AWS lists them. */
export function placesOf(finding: Finding): readonly string[] {
  return [finding.path, ...finding.related.map(({ path }) => path)].map((path) => place(finding.code, path));
}

/** Code and path in one line, such as `INVALID_ACTION Statement.0.Action.3`. */
export function place(code: string, path: Path): string {
  return [code, path.join('.')].join(' ').trim();
}

/** Such as `ReadOnlyAccess v12`. */
export function nameOf({ name, version }: Pick<CorpusPolicy, 'name' | 'version'>): string {
  return `${name} ${version}`;
}

function readText(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
