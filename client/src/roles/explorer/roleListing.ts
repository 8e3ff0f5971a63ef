import type { ListedRole } from './listedRole.ts';

/** What is known of the account's roles. */
export type RoleListing =
  /** Nothing can be read: the view tells what to do, and offers it. */
  | { readonly kind: 'unavailable'; readonly why: 'noProfile' | 'signedOut' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | ListedRoles;

export interface ListedRoles {
  readonly kind: 'listed';
  readonly roles: readonly ListedRole[];
  /** Whether each role has its details: inline policies, tags, last use. */
  readonly detailed: boolean;
  /** How the reading stands. */
  readonly rest: 'none' | 'reading' | 'paused' | { readonly error: unknown };
}
