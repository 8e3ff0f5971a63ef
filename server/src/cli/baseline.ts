import { readFileSync } from 'node:fs';
import type { CheckedFile } from './checkedFile.ts';
import { attempt } from './inputFiles.ts';

/** Leaves out of each file what was known before. */
export type LeaveOutKnown = (file: CheckedFile) => CheckedFile;

/**
 * Reads what an earlier call wrote with `--format json`. A finding is known by file, code and message, so that it may
 * move; of several alike as many are known as there were.
 */
export function readBaseline(path: string): LeaveOutKnown | { readonly message: string } {
  const read = attempt(path, () => JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')));
  if ('message' in read) return { message: `${path}: ${read.message}` };
  const known = countsOf(read.value);
  if (known === undefined) {
    return { message: `${path}: It is no report: write one with iam-roles check --format json.` };
  }
  return (file) => ({
    ...file,
    findings: file.findings.filter((finding) => isNew(known, file.path, finding)),
  });
}

interface Named {
  readonly code: string;
  readonly message: string;
}

function isNew(known: Map<string, number>, file: string, finding: Named): boolean {
  const key = keyOf(file, finding);
  const left = known.get(key) ?? 0;
  known.set(key, left - 1);
  return left <= 0;
}

function keyOf(file: string, { code, message }: Named): string {
  return JSON.stringify([file.replace(/^\.\//, ''), code, message]);
}

function countsOf(report: unknown): Map<string, number> | undefined {
  const findings = isObject(report) ? report['findings'] : undefined;
  if (!Array.isArray(findings)) return undefined;
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (!isObject(finding)) return undefined;
    const { file, code, message } = finding;
    if (typeof file !== 'string' || typeof code !== 'string' || typeof message !== 'string') return undefined;
    const key = keyOf(file, { code, message });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
