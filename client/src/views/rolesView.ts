import { Disposable, EventEmitter, window, workspace } from 'vscode';
import type { WindowProfile } from '../aws/activeProfile.ts';
import type { ExplorerCommandId } from '../commands/explorer/explorerCommandIds.ts';
import type { RoleCommandParts } from '../commands/roleCommand.ts';
import type { ExplorerNode } from '../roles/explorer/explorerNode.ts';
import type { RolePlan } from '../roles/plan.ts';
import type { RolesTree } from './explorer/createRolesTree.ts';

export interface RolesViewParts extends Pick<RoleCommandParts, 'ui' | 'openPolicies'> {
  readonly activeProfile: WindowProfile;
}

export interface RolesView extends Disposable {
  run(id: ExplorerCommandId, row: unknown): Promise<void>;
  /** Shows what a plan has changed. */
  accountChanged(plan: RolePlan): void;
}

/** The view of the account's roles. Nothing is loaded or read before it is seen, and in trusted folders only. */
export function showRolesView(parts: RolesViewParts): RolesView {
  const changes = new EventEmitter<ExplorerNode | undefined>();
  let tree: RolesTree | undefined;
  const load = async (): Promise<RolesTree> => {
    const { createRolesTree } = await import('../onDemand.ts');
    tree ??= createRolesTree(parts, view, (row) => changes.fire(row));
    return tree;
  };
  const view = window.createTreeView<ExplorerNode>('iamRoles.roles', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getTreeItem: async (row) => (await load()).item(row),
      getChildren: async (row) => (workspace.isTrusted ? [...(await (await load()).children(row))] : []),
    },
  });
  const trust = workspace.onDidGrantWorkspaceTrust(() => changes.fire(undefined));
  return {
    run: async (id, row) => (await load()).run(id, isRow(row) ? row : undefined),
    accountChanged: (plan) => tree?.accountChanged(plan),
    dispose() {
      tree?.dispose();
      Disposable.from(view, trust, changes).dispose();
    },
  };
}

function isRow(value: unknown): value is ExplorerNode {
  return typeof value === 'object' && value !== null && 'flags' in value && 'children' in value;
}
