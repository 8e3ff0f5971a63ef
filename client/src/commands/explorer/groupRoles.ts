import type { Grouping } from '../../roles/explorer/groupRoles.ts';
import type { PickItem } from '../../ui/ui.ts';
import type { ExplorerCommand } from './explorerCommand.ts';

const choices: readonly PickItem<Grouping>[] = [
  { label: 'Path', description: 'such as /teams/payments/', icon: 'folder', value: 'path' },
  {
    label: 'Who May Assume Them',
    description: 'services, accounts, federated identities',
    icon: 'key',
    value: 'trustees',
  },
];

/** Asks by what roles stand together. */
export const groupRoles: ExplorerCommand = async ({ ui, explorer }) => {
  const { grouping } = explorer.arrangement;
  const items = choices.map((choice) => ({ ...choice, picked: choice.value === grouping }));
  const chosen = await ui.pick(items, { title: 'Group Roles', placeholder: 'Roles stand together by' });
  if (chosen !== undefined) await explorer.arrange({ grouping: chosen });
};
