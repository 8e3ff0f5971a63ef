import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ExplorerNode } from '../../roles/explorer/explorerNode.ts';

/** Of rows, for their decorations; no document has it. */
export const rowScheme = 'iam-roles-row';

/** A row as VS Code shows it. */
export function rowItem(row: ExplorerNode): TreeItem {
  const { id, label, description, tooltip, spoken, icon, flags } = row;
  const item = new TreeItem(label, stateOf(row));
  item.id = id;
  item.description = description;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: spoken };
  const color = colors[icon];
  item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
  item.contextValue = flags.join(';');
  // Others have no findings, and icons of theirs may be taken for those of files.
  if (flags.includes('role') || flags.includes('policy')) item.resourceUri = rowUri(row);
  const command = commandOf(row);
  if (command !== undefined) item.command = { command, title: 'Open', arguments: [row] };
  return item;
}

/** What Enter does, beside opening the row. */
function commandOf({ policy, opens }: ExplorerNode): string | undefined {
  if (policy !== undefined) return 'iamRoles.openLivePolicy';
  if (opens?.kind === 'new role') return 'iamRoles.createRole';
  return opens && 'iamRoles.openRoleItem';
}

/** By icon. */
const colors: Readonly<Record<string, string>> = {
  error: 'list.errorForeground',
  lock: 'list.warningForeground',
};

export function rowUri({ id }: Pick<ExplorerNode, 'id'>): Uri {
  return Uri.from({ scheme: rowScheme, path: `/${id}` });
}

function stateOf({ children, startsOpen }: ExplorerNode): TreeItemCollapsibleState {
  if (children === undefined) return TreeItemCollapsibleState.None;
  return startsOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
