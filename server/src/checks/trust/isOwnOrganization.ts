import type { CheckSettings } from '../check.ts';
import { onlyWildcards } from './callerLimit.ts';

/**
 * The organization that a value of a key such as `aws:PrincipalOrgID` or `aws:PrincipalOrgPaths` names; undefined for
 * a pattern or a policy variable in its place.
 */
export function organizationIn(value: string): string | undefined {
  return /^(o-[a-z0-9]{10,32})(?:\/|$)/.exec(value)?.[1];
}

/** Whether a value may be one of the user's organizations; it may be any, where the settings name none. */
export function isOwnOrganization(value: string, { organizationIds = [] }: CheckSettings): boolean {
  const organization = organizationIn(value);
  if (organization === undefined) return !onlyWildcards(value);
  return organizationIds.length === 0 || organizationIds.includes(organization);
}
