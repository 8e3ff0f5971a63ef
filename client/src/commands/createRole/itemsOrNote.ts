import type { PickItem } from '../../ui/ui.ts';

/**
 * Items for a list that AWS gives. Where AWS refuses the list, one row says why, so that the rest goes on; its value
 * is undefined.
 */
export async function itemsOrNote<Listed, T>(
  list: Promise<readonly Listed[]>,
  group: string,
  itemOf: (listed: Listed) => Omit<PickItem<T>, 'group'>,
): Promise<readonly PickItem<T | undefined>[]> {
  try {
    return (await list).map((listed) => ({ ...itemOf(listed), group }));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ label: `${group} could not be listed`, detail, icon: 'warning', group, value: undefined }];
  }
}
