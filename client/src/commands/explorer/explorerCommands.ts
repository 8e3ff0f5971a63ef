import { nameOfArn } from '../../roles/arn.ts';
import type { ExplorerNode } from '../../roles/explorer/explorerNode.ts';
import type { ExplorerCommand } from './explorerCommand.ts';
import type { ExplorerCommandId } from './explorerCommandIds.ts';
import { filterRoles } from './filterRoles.ts';
import { groupRoles } from './groupRoles.ts';
import { openRoleItem } from './openRoleItem.ts';

export const explorerCommands: Readonly<Record<ExplorerCommandId, ExplorerCommand>> = {
  'iamRoles.refreshRoles': ({ explorer }, row) =>
    explorer.refresh(row?.roleArn === undefined ? undefined : [nameOfArn(row.roleArn)]),
  'iamRoles.filterRoles': filterRoles,
  'iamRoles.clearRoleFilter': ({ explorer }) => explorer.arrange({ filter: {} }),
  'iamRoles.groupRoles': groupRoles,
  'iamRoles.openRoleItem': openRoleItem,
  'iamRoles.pauseReadingRoles': async ({ explorer }) => explorer.pause(),
  'iamRoles.copyRoleArn': ({ ui }, row) => copy(ui, row?.roleArn),
  'iamRoles.copyRoleName': ({ ui }, row) => copy(ui, row?.roleArn && nameOfArn(row.roleArn)),
  'iamRoles.copyMissingStatement': ({ ui }, row) => copy(ui, statementOf(row)),
};

async function copy(ui: { copy(text: string): Promise<void> }, text: string | undefined): Promise<void> {
  if (text !== undefined) await ui.copy(text);
}

function statementOf(row: ExplorerNode | undefined): string | undefined {
  return row?.opens?.kind === 'statement' ? JSON.stringify(row.opens.statement, undefined, 2) : undefined;
}
