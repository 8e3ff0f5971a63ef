/** How grave a finding is, the gravest first: as Access Analyzer has it, and as the language server does. */
export const severities = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'] as const;

export type Severity = (typeof severities)[number];

export const severityTitles: Readonly<Record<Severity, string>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'security warning',
  WARNING: 'warning',
  SUGGESTION: 'suggestion',
};
