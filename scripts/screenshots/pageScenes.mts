import type { Page } from 'playwright-core';
import {
  hideSideBar,
  openFile,
  policyTypeShown,
  questionShown,
  rolePageShown,
  runCommand,
} from '../vscode/workbench.mts';
import type { Scene } from './scene.mts';

const size = { width: 1240, height: 980 };
const file = 'trust/github-actions-deploy.json';

/** The page of a role of open policies, in each kind of theme. */
export const pageScenes: readonly Scene[] = (['light', 'dark', 'highContrast'] as const).map((theme) => ({
  name: theme === 'light' ? 'role-page' : `role-page-${theme === 'dark' ? 'dark' : 'high-contrast'}`,
  theme,
  file,
  size,
  async steps(page) {
    await hideSideBar(page);
    await rolePageOf(page, ['deploy-service.json', 'pass-any-role.json']);
  },
}));

/** With the whole window for the page. */
async function rolePageOf(page: Page, policies: readonly string[]): Promise<void> {
  for (const policy of policies) await openFile(page, `permissions/${policy}`);
  await openFile(page, file);
  await policyTypeShown(page, 'Trust policy');
  await runCommand(page, 'IAM Roles: Show Role Page of Open Policies…');
  await questionShown(page, 'Show Role Page of Open Policies');
  const list = page.locator('.quick-input-widget:visible');
  for (const policy of policies) await list.locator('.monaco-list-row', { hasText: policy }).click();
  await list.locator('.quick-input-count', { hasText: `${policies.length} Selected` }).waitFor();
  await list.locator('input.input').focus();
  await page.keyboard.press('Enter');
  await rolePageShown(page, 'github-actions-deploy.json');
  await runCommand(page, 'View: Toggle Maximize Editor Group');
  const content = await rolePageShown(page, 'github-actions-deploy.json');
  await content.locator('[data-node="role"]').focus();
}
