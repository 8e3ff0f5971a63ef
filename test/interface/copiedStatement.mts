import type { Page } from 'playwright-core';

/** Presses "Copy Statement" of the notification on a missing permission, and gives the statement. */
export async function copiedStatement(page: Page): Promise<{ readonly Action?: unknown }> {
  // What was copied in another window stands there still.
  await page.evaluate(`copied = '', navigator.clipboard.writeText('')`);
  await page.locator('.notifications-toasts .monaco-button', { hasText: 'Copy Statement' }).first().click();
  // A promise would be taken for an answer.
  const read = await page.waitForFunction(
    `navigator.clipboard.readText().then((text) => (copied = text)), copied`,
  );
  return JSON.parse(String(await read.jsonValue()));
}
