import { goToRow, policyTypeShown, roleRow, showRoles, widenSideBar } from '../vscode/workbench.mts';
import type { Scene } from './scene.mts';

/** The view of roles, on the sandbox account. */
export const explorerScenes: readonly Scene[] = [
  {
    name: 'roles-view',
    theme: 'dark',
    file: 'trust/github-actions-deploy.json',
    settings: { 'workbench.activityBar.location': 'default' },
    size: { width: 1000, height: 600 },
    async steps(page) {
      await policyTypeShown(page);
      await showRoles(page);
      await roleRow(page, 'Deploy').waitFor();
      await widenSideBar(page, 120);
      await goToRow(page, 'Deploy');
      await page.keyboard.press('ArrowRight');
      await roleRow(page, 'Trust Policy').waitFor();
      await goToRow(page, 'Inline Policies');
      await page.keyboard.press('ArrowRight');
      await roleRow(page, 'DeployFunctions').and(page.locator('[aria-label*="warning"]')).waitFor();
      await page.mouse.move(700, 500);
    },
  },
];
