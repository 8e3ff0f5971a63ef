import type { Uri } from 'vscode';
import type { RolePages } from '../../rolePage/pageSource.ts';
import type { Ui } from '../../ui/ui.ts';

/** The role pages of a window, of which nothing is loaded before the first. */
export function rolePagesOnDemand(extension: Uri, ui: Ui): RolePages {
  let loading: Promise<RolePages> | undefined;
  const load = async () => {
    const { createRolePages } = await import('../../onDemand.ts');
    return createRolePages(extension, ui);
  };
  return {
    async show(source) {
      loading ??= load();
      await (await loading).show(source);
    },
    refresh: async () => (await loading)?.refresh(),
    exportGraph: async (format) => (await loading)?.exportGraph(format),
  };
}
