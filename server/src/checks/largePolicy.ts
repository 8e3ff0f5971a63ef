import type { Finding } from './check.ts';
import { riskPolicyTooLargeToAnalyze } from './size/risk-policy-too-large-to-analyze.ts';

/** An editor shows all places of a finding in one hover. */
const mostPlaces = 50;

/**
 * The findings of one policy as they are told. In one that Access Analyzer does not analyze, what only it would warn of
 * or suggest becomes places of the one finding that says so.
 */
export function foldLargePolicy(findings: Finding[]): Finding[] {
  const large = findings.find(({ code }) => code === riskPolicyTooLargeToAnalyze.code);
  if (large === undefined) return findings;
  const folded = findings.filter((finding) => !staysAlone(finding));
  if (folded.length === 0) return findings;
  const count = folded.length > mostPlaces ? `the first ${mostPlaces} of ${folded.length}` : folded.length;
  const whole: Finding = {
    ...large,
    message: `${large.message} Findings of other checks, listed here until then: ${count}.`,
    related: folded.slice(0, mostPlaces).map(({ code, message, start, end, path }) => ({
      start,
      end,
      path,
      message: `${code}: ${message}`,
    })),
  };
  return findings.filter(staysAlone).map((finding) => (finding === large ? whole : finding));
}

/** What AWS refuses whether Access Analyzer reads it or not, and what is not of Access Analyzer. */
function staysAlone({ code, severity }: Finding): boolean {
  return severity === 'ERROR' || code.startsWith('RISK_');
}
