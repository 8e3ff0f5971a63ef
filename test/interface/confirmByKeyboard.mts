import type { Page } from 'playwright-core';
import { dialogShown } from '../../scripts/vscode/workbench.mts';

/** Enter on the question of a plan: what is shown beside it must not have taken the focus from its button. */
export async function confirmByKeyboard(page: Page, question: string, button: string): Promise<void> {
  await dialogShown(page, question);
  await page.locator('.monaco-dialog-box:visible .monaco-button:focus', { hasText: button }).waitFor();
  await page.keyboard.press('Enter');
}
