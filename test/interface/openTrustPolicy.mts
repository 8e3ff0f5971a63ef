import type { Page } from 'playwright-core';
import { openFile, policyTypeShown } from '../../scripts/vscode/workbench.mts';

/** VS Code knows only some time after its start that a folder is trusted: commands for such folders come then. */
export async function openTrustPolicy(page: Page): Promise<void> {
  await openFile(page, 'trust.json');
  await policyTypeShown(page, 'Trust policy');
  await page.locator('.editor-actions .codicon-person-add').waitFor();
}
