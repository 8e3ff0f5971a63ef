import type { ExplorerCommand } from './explorerCommand.ts';

/** What Enter does with a row that does not just unfold. */
export const openRoleItem: ExplorerCommand = async (parts, row) => {
  if (row?.opens === undefined) return;
  switch (row.opens.kind) {
    case 'more':
      return parts.explorer.readOn();
    case 'sign in':
      await parts.activeProfile.signIn();
      return parts.explorer.refresh();
    case 'statement': {
      const policy = { Version: '2012-10-17', Statement: [row.opens.statement] };
      return parts.ui.edit({ language: 'json', text: `${JSON.stringify(policy, undefined, 2)}\n` });
    }
  }
};
