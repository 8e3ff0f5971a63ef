/** Drives VS Code's interface in a browser the way a person does. */
import type { Page } from 'playwright-core';

const quickInput = '.quick-input-widget input';

/** Opens the workbench and waits until it shows its status bar. */
export async function openWorkbench(page: Page, address: string): Promise<void> {
  await page.goto(address, { timeout: 120_000 });
  await page.waitForSelector('.monaco-workbench .statusbar', { timeout: 120_000 });
}

/** Runs a command by its full title, such as `IAM Roles: About`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator(quickInput).fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Opens a file by its path in the workspace, without preview. */
export async function openFile(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.locator(quickInput).fill(path);
  const name = path.replace(/^.*\//, '');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/** Waits for a list to pick from with this row, such as an extension shows after its command. */
export async function pickShown(page: Page, row: string): Promise<void> {
  await page
    .locator('.quick-input-list .monaco-list-row .label-name', { hasText: new RegExp(`^${row}$`) })
    .waitFor();
}

/** Puts the cursor at a line and column, both from 1. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+G');
  await page.locator(quickInput).fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Types as a person would; brackets and quotes close themselves. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 30 });
}

/** Shows the hover of a line and column, both from 1, and waits for it. */
export async function hoverAt(page: Page, line: number, column: number): Promise<void> {
  await goTo(page, line, column);
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.locator('.monaco-hover:visible .hover-contents').first().waitFor();
}

/** Asks for completions at the cursor and waits for the list. */
export async function triggerSuggest(page: Page): Promise<void> {
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
}

/** Moves down the list of completions to the one with this label. */
export async function selectSuggestion(page: Page, label: string): Promise<void> {
  const focused = page.locator('.suggest-widget.visible .monaco-list-row.focused');
  for (let row = 0; row < 50; row++) {
    const shown = await focused.locator('.label-name').first().textContent();
    if (shown === label) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No completion "${label}" is among the first of the list.`);
}

/** Shows the documentation beside the list of completions and waits for it. */
export async function showSuggestionDetails(page: Page): Promise<void> {
  const details = page.locator('.suggest-details-container:visible .suggest-details .docs');
  if (!(await details.isVisible())) await page.keyboard.press('Control+Space');
  await details.waitFor();
}

/** Shows the menu of what mends the problem at the cursor, and waits until it has this entry. */
export async function showQuickFixes(page: Page, entry: string): Promise<void> {
  await page.keyboard.press('Control+Period');
  await menuShown(page, entry);
}

/** Shows the menu of refactorings at the cursor, and waits until it has this entry. */
export async function showRefactorings(page: Page, entry: string): Promise<void> {
  await runCommand(page, 'Refactor...');
  await menuShown(page, entry);
}

async function menuShown(page: Page, entry: string): Promise<void> {
  await page.locator('.action-widget .monaco-list-row.action', { hasText: entry }).first().waitFor();
}

/** Gives the editor the width of the window. */
export async function hideSideBar(page: Page): Promise<void> {
  await page.keyboard.press('Control+B');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
}

/** Waits until the status bar shows the type of the policy at the cursor, this one or any. */
export async function policyTypeShown(page: Page, type: string | RegExp = /./): Promise<void> {
  const item = page.locator('.statusbar-item[id="iam-roles.iam-roles.iamRoles.policyType"]', {
    hasText: type,
  });
  await item.waitFor();
}

/** Waits until the editor underlines something. */
export async function problemsShown(page: Page): Promise<void> {
  await page
    .locator('.editor-instance .squiggly-error, .editor-instance .squiggly-warning')
    .first()
    .waitFor();
}

/** Waits until a page of Markdown is shown, rendered, with this title. */
export async function renderedPage(page: Page, title: string): Promise<void> {
  const content = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await content.locator('h1', { hasText: title }).waitFor();
}
