import { daysBetween } from './days.ts';
import type { Gap } from './gaps.ts';
import type { RolePolicyKind } from './rolePolicies.ts';
import type { Severity } from './severity.ts';

export interface RoleFinding {
  /** Such as `trust policy` or `inline policy read-orders`. */
  readonly policy: string;
  readonly kind: RolePolicyKind | 'trust';
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

/** A role as a review of the account sees it. */
export interface ReviewedRole {
  readonly name: string;
  readonly arn: string;
  readonly created: Date;
  readonly description: string;
  /** `unread` where the role alone could be listed, not read. */
  readonly lastUsed: Date | 'never' | 'unread';
  /** Account ids that its trust policy allows and that are not the user's. */
  readonly outsideAccounts: readonly string[];
  readonly findings: readonly RoleFinding[];
}

export interface AccountReview {
  /** The account and profile, for people. */
  readonly where: string;
  readonly account: string;
  readonly date: Date;
  /** Days after which a role counts as unused. */
  readonly unusedAfter: number;
  readonly roles: readonly ReviewedRole[];
  /** How many belong to AWS services, which alone can change them: these are not reviewed. */
  readonly serviceLinked: number;
  /** Names of roles that the review did not come to. */
  readonly notRead: readonly string[];
  readonly gaps: readonly Gap[];
}

/** What a role is reviewed for, beside findings as such. */
export type Topic = 'unused' | 'outside account' | 'wildcard' | 'missing condition';

/** Codes of grants of more than is named. */
const wildcards =
  /^(?:RISK_WILDCARD_ACTION|RISK_WILDCARD_RESOURCE|WILDCARD_IN_SERVICE_NAME|WILDCARD_USAGE_TOO_PERMISSIVE|(?:PASS_ROLE|CREATE_SLR)_WITH_\w+)$/;

/** Codes of grants that a condition should narrow. */
const missingConditions =
  /^(?:RISK_MISSING_EXTERNAL_ID|RISK_TRUST_EVERYONE|MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL|MISSING_GITHUB_REPO_CONDITION_KEY|MISSING_PAIRED_CONDITION_KEYS|RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL|RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL|SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED)$/;

export function topicOf({ code }: Pick<RoleFinding, 'code'>): Topic | undefined {
  if (wildcards.test(code)) return 'wildcard';
  return missingConditions.test(code) ? 'missing condition' : undefined;
}

/** Whether a role was not used for so long; one that is younger had no time to be. */
export function isUnused({ created, lastUsed }: ReviewedRole, { unusedAfter, date }: AccountReview): boolean {
  if (lastUsed === 'unread' || daysBetween(created, date) < unusedAfter) return false;
  return lastUsed === 'never' || daysBetween(lastUsed, date) >= unusedAfter;
}

/** The accounts outside, and everyone where the trust policy lets anyone in. */
export function outsiders({ outsideAccounts, findings }: ReviewedRole): readonly string[] {
  const everyone = findings.some(({ code, kind }) => kind === 'trust' && code === 'RISK_TRUST_EVERYONE');
  return everyone ? ['everyone', ...outsideAccounts] : outsideAccounts;
}
