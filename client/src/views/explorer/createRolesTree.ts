import { commands, Disposable, type TreeItem, type TreeView } from 'vscode';
import type { ProfileStatus } from '../../aws/activeProfile.ts';
import type { ExplorerCommandParts } from '../../commands/explorer/explorerCommand.ts';
import type { ExplorerCommandId } from '../../commands/explorer/explorerCommandIds.ts';
import { explorerCommands } from '../../commands/explorer/explorerCommands.ts';
import { changedRoles } from '../../roles/explorer/changedRoles.ts';
import { createRoleExplorer } from '../../roles/explorer/createRoleExplorer.ts';
import type { ExplorerNode } from '../../roles/explorer/explorerNode.ts';
import { filterText } from '../../roles/explorer/filterRoles.ts';
import type { RolePlan } from '../../roles/plan.ts';
import type { RolesViewParts } from '../rolesView.ts';
import { decorateFindings } from './findingDecorations.ts';
import { otherAccount } from './otherAccount.ts';
import { rowItem } from './rowItem.ts';

/** The rows of the view of roles, from when it is first seen. */
export interface RolesTree extends Disposable {
  children(row?: ExplorerNode): Promise<readonly ExplorerNode[]>;
  item(row: ExplorerNode): TreeItem;
  run(id: ExplorerCommandId, row: ExplorerNode | undefined): Promise<void>;
  accountChanged(plan: RolePlan): void;
}

export function createRolesTree(
  { ui, openPolicies, activeProfile }: RolesViewParts,
  view: TreeView<ExplorerNode>,
  changed: (row?: ExplorerNode) => void,
): RolesTree {
  const decorations = decorateFindings();
  /** Where what is shown comes from. */
  let source: ProfileStatus | undefined;
  const explorer = createRoleExplorer({
    async connect() {
      const connection = await activeProfile.connectSilently();
      source = activeProfile.status();
      return connection;
    },
    check: (document, type) => openPolicies.check(document, type, activeProfile.status().account),
    now: () => new Date(),
    changed,
  });
  const takeOff = activeProfile.onChange(() => {
    const now = activeProfile.status();
    const isOther = source !== undefined && otherAccount(source, now);
    source &&= now;
    if (isOther || explorer.listing?.kind === 'unavailable') void explorer.refresh();
    else if (explorer.listing !== undefined) showAround();
  });
  const parts: ExplorerCommandParts = {
    ui,
    openPolicies,
    activeProfile,
    explorer,
  };

  /** What stands around the rows. */
  const showAround = (): void => {
    const { listing, arrangement } = explorer;
    const { profile, account } = activeProfile.status();
    const filter = filterText(arrangement.filter);
    // VS Code shows it where the view stands beside others.
    view.description = [profile?.name, account].filter(Boolean).join(', ');
    view.message = filter === '' ? '' : `Filter: ${filter}`;
    setContext('state', listing?.kind === 'unavailable' ? listing.why : 'shown');
    setContext('filtered', filter !== '');
  };
  return {
    async children(row) {
      const rows = await explorer.children(row);
      if (row === undefined) showAround();
      return rows;
    },
    item(row) {
      const now = explorer.current(row);
      decorations.update(now);
      return rowItem(now);
    },
    run: (id, row) => explorerCommands[id](parts, row),
    accountChanged(plan) {
      const changes = changedRoles(plan);
      void explorer.refresh(changes === 'all' ? undefined : changes);
    },
    dispose() {
      takeOff();
      explorer.dispose();
      Disposable.from(decorations).dispose();
    },
  };
}

function setContext(name: string, value: unknown): void {
  void commands.executeCommand('setContext', `iamRoles.explorer.${name}`, value);
}
