import type { RoleCatalog } from '../../../server/src/protocol.ts';
import type { ActiveProfile } from '../aws/activeProfile.ts';
import type { OpenPolicies } from '../documents/openPolicies.ts';
import type { RolePlan } from '../roles/plan.ts';
import type { Ui } from '../ui/ui.ts';

/** What a command on roles works with. */
export interface RoleCommandParts {
  readonly ui: Ui;
  readonly activeProfile: ActiveProfile;
  readonly openPolicies: OpenPolicies;
  /** What roles are made from, as AWS has it. Throws an `Error` while no server runs. */
  readonly roleCatalog: () => Promise<RoleCatalog>;
  /** Is told of each plan of which something was applied or undone. */
  readonly onAccountChange?: (plan: RolePlan) => void;
}

/** A command on roles; `argument` is what the place it was started from gives, and nothing of it is to be relied on. */
export type RoleCommand = (parts: RoleCommandParts, argument?: unknown) => Promise<void>;
