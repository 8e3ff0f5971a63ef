import type { SessionParts } from '../session/sessionParts.ts';

/** What live policies need. */
export type LiveParts = Pick<
  SessionParts,
  'ui' | 'activeProfile' | 'openPolicies' | 'roleCatalog' | 'onAccountChange' | 'now'
>;
