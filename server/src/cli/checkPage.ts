import { allChecks } from '../checks/allChecks.ts';
import type { Example } from '../checks/check.ts';
import { unusedSuppression } from '../checks/control.ts';
import { type PolicyType, policyTypes } from '../policy/policyType.ts';
import type { Severity } from '../protocol.ts';

/** What is to be told of a code, of all checks that have it. */
export interface CheckPage {
  readonly code: string;
  readonly severity: Severity;
  /** Empty for a code that speaks of the settings file. */
  readonly types: readonly PolicyType[];
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly source: string | undefined;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

/** Undefined for a code that no finding has. */
export function checkPage(code: string): CheckPage | undefined {
  const checks = allChecks.filter((check) => check.code === code);
  const [first] = checks;
  if (first !== undefined) {
    return {
      ...first,
      types: policyTypes.filter((type) => checks.some(({ types }) => types.includes(type))),
      what: joined(checks.map(({ what }) => what)),
      why: joined(checks.map(({ why }) => why)),
      fix: joined(checks.map(({ fix }) => fix)),
      bad: checks.flatMap(({ bad }) => bad.slice(0, 1)),
      good: checks.flatMap(({ good }) => good.slice(0, 1)),
    };
  }
  if (code !== unusedSuppression.code) return undefined;
  return { ...unusedSuppression, types: [], source: undefined, bad: [], good: [] };
}

function joined(sentences: readonly string[]): string {
  return [...new Set(sentences)].join(' ');
}
