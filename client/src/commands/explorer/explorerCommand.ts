import type { ActiveProfile, WindowProfile } from '../../aws/activeProfile.ts';
import type { RoleExplorer } from '../../roles/explorer/createRoleExplorer.ts';
import type { ExplorerNode } from '../../roles/explorer/explorerNode.ts';
import type { RoleCommandParts } from '../roleCommand.ts';

/** What commands of the view of roles work with. */
export interface ExplorerCommandParts extends Pick<RoleCommandParts, 'ui' | 'openPolicies'> {
  readonly activeProfile: ActiveProfile & Pick<WindowProfile, 'connectSilently' | 'signIn'>;
  readonly explorer: RoleExplorer;
}

/** `row` is the one the command was started on; undefined for the view as a whole. */
export type ExplorerCommand = (parts: ExplorerCommandParts, row: ExplorerNode | undefined) => Promise<void>;
