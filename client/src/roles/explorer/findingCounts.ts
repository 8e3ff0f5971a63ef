/** As AWS IAM Access Analyzer has them, the worst first. */
const severities = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'] as const;

export type Severity = (typeof severities)[number];

export type FindingCounts = Readonly<Record<Severity, number>>;

const words: Readonly<Record<Severity, readonly [string, string]>> = {
  ERROR: ['error', 'errors'],
  SECURITY_WARNING: ['security warning', 'security warnings'],
  WARNING: ['warning', 'warnings'],
  SUGGESTION: ['suggestion', 'suggestions'],
};

export function countFindings(findings: readonly { readonly severity: Severity }[]): FindingCounts {
  const counts = { ERROR: 0, SECURITY_WARNING: 0, WARNING: 0, SUGGESTION: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

export function addCounts(all: readonly FindingCounts[]): FindingCounts {
  const sum = countFindings([]);
  return Object.fromEntries(
    severities.map((severity) => [
      severity,
      all.reduce((total, one) => total + one[severity], sum[severity]),
    ]),
  ) as FindingCounts;
}

export function totalOf(counts: FindingCounts): number {
  return severities.reduce((total, severity) => total + counts[severity], 0);
}

/** The worst severity among them; undefined where there are none. */
export function worstOf(counts: FindingCounts): Severity | undefined {
  return severities.find((severity) => counts[severity] > 0);
}

/** Such as `1 error, 2 warnings`; empty where there are none. */
export function countsText(counts: FindingCounts): string {
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${words[severity][counts[severity] === 1 ? 0 : 1]}`)
    .join(', ');
}
