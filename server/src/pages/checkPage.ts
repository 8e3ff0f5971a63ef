import { allChecks, type CheckGroup, checkGroups } from '../checks/allChecks.ts';
import type { Check, CheckDescription } from '../checks/check.ts';
import { unusedSuppression } from '../checks/control.ts';
import { knownCodes } from '../checks/knownCodes.ts';
import { type PolicyType, policyTypes } from '../policy/policyType.ts';
import type { Severity } from '../protocol.ts';

/** What is to be told of a code. */
export interface CheckPage {
  readonly code: string;
  readonly severity: Severity;
  /** `settings` for the code that speaks of the settings file, which has no policy types. */
  readonly group: CheckGroup | 'settings';
  readonly types: readonly PolicyType[];
  /** AWS's page; undefined where AWS has none. */
  readonly source: string | undefined;
  /** One for each check: two may find the same on different elements. */
  readonly parts: readonly [PagePart, ...PagePart[]];
}

export type PagePart = Pick<CheckDescription, 'what' | 'why' | 'fix' | 'bad' | 'good'>;

/** Undefined for a code that no finding has. */
export function checkPage(code: string): CheckPage | undefined {
  const [first, ...others] = allChecks.filter((check) => check.code === code);
  if (first !== undefined) return pageOf(first, others);
  if (code !== unusedSuppression.code) return undefined;
  const { severity } = unusedSuppression;
  const part = { ...unusedSuppression, bad: [], good: [] };
  return { code, severity, group: 'settings', types: [], source: undefined, parts: [part] };
}

/** A page for every code that a finding can have, in the order of the codes. */
export function checkPages(): readonly CheckPage[] {
  return knownCodes.map(checkPage).filter((page) => page !== undefined);
}

function pageOf(first: Check, others: readonly Check[]): CheckPage {
  const { code, severity, source } = first;
  const types = policyTypes.filter((type) => [first, ...others].some((check) => check.types.includes(type)));
  return { code, severity, group: groupOf(first), types, source, parts: [first, ...others] };
}

function groupOf(check: Check): CheckGroup {
  const names = Object.keys(checkGroups) as CheckGroup[];
  const listed = (name: CheckGroup): boolean => (checkGroups[name] as readonly Check[]).includes(check);
  return names.find(listed) ?? 'document';
}

/** What a page says in short: of all checks that have the code. */
export function whatOf({ parts }: CheckPage): string {
  return parts.map(({ what }) => what).join(' ');
}

/** Codes of the project's own; all others are those of Access Analyzer, but for that of the settings file. */
export function isOwn(code: string): boolean {
  return code.startsWith('RISK_');
}
