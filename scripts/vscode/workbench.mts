/** Drives VS Code's interface in a browser the way a person does. */
import type { FrameLocator, Locator, Page } from 'playwright-core';

const quickInput = '.quick-input-widget input';

/** Opens the workbench and waits until it shows its status bar. */
export async function openWorkbench(page: Page, address: string): Promise<void> {
  await page.goto(address, { timeout: 120_000 });
  await page.waitForSelector('.monaco-workbench .statusbar', { timeout: 120_000 });
}

/** Runs a command by its full title, such as `IAM Roles: About`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await openList(page, 'F1', `>${title}`, title);
  await page.keyboard.press('Enter');
}

/** Opens a file by its path in the workspace, without preview. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.replace(/^.*\//, '');
  await openList(page, 'Control+P', path, name);
  await page.keyboard.press('Enter');
  await page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/** How often a list is opened before its row is missed, and how many milliseconds it is waited for each time. */
const [attempts, longestAttempt] = [8, 15_000];

/** A list does not get what VS Code learns while it is open, such as right after the start: it is opened anew. */
async function openList(page: Page, key: string, text: string, row: string): Promise<void> {
  // The row that Enter takes: while the list is being filtered it may still be another one.
  const found = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row });
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press(key);
    await page.locator(quickInput).fill(text);
    try {
      return await found.waitFor({ timeout: longestAttempt });
    } catch (error) {
      if (attempt === attempts) throw error;
      await page.keyboard.press('Escape');
    }
  }
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

/** Gives the side bar so many CSS pixels of the editor, by its edge. */
export async function widenSideBar(page: Page, pixels: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) throw new Error('There is no side bar.');
  const [edge, middle] = [box.x + box.width, box.y + box.height / 2];
  await page.mouse.move(edge, middle);
  await page.mouse.down();
  await page.mouse.move(edge + pixels, middle, { steps: 5 });
  await page.mouse.up();
}

/** Waits until the status bar shows the type of the policy at the cursor, this one or any. */
export function policyTypeShown(page: Page, type: string | RegExp = /./): Promise<void> {
  return statusShown(page, 'policyType', type);
}

/** Waits until an item of the extension in the status bar shows a text. */
export async function statusShown(page: Page, item: string, text: string | RegExp): Promise<void> {
  const shown = page.locator(`.statusbar-item[id="iam-roles.iam-roles.iamRoles.${item}"]`, { hasText: text });
  await shown.waitFor();
}

/** Waits until a line of the active editor shows a text. */
export async function editorTextShown(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('.editor-group-container.active .view-line', { hasText: text }).first().waitFor();
}

/** Waits until the editor underlines something. */
export async function problemsShown(page: Page): Promise<void> {
  await page
    .locator('.editor-instance .squiggly-error, .editor-instance .squiggly-warning')
    .first()
    .waitFor();
}

const quickInputBox = '.quick-input-widget:visible';

/** Waits for the question of a wizard with this title, such as `Create Role: Name (2/6)`. */
export async function questionShown(page: Page, title: string | RegExp): Promise<void> {
  await page.locator(`${quickInputBox} .quick-input-title`, { hasText: title }).waitFor();
}

/** Chooses the row of a list by typing what it is called. */
export async function chooseRow(page: Page, row: string): Promise<void> {
  await page
    .locator(`${quickInputBox} .quick-input-list .monaco-list-row`, { hasText: row })
    .first()
    .waitFor();
  await page.locator(quickInput).fill(row);
  await page
    .locator(`${quickInputBox} .quick-input-list .monaco-list-row.focused`, { hasText: row })
    .waitFor();
  await page.keyboard.press('Enter');
}

/** Checks a row of a list that takes several, and goes back to its box. */
export async function checkRow(page: Page, row: string): Promise<void> {
  const list = page.locator(quickInputBox);
  await list.locator('.monaco-list-row .label-name', { hasText: new RegExp(`^${row}$`) }).click();
  await list.locator('.quick-input-count', { hasText: '1 Selected' }).waitFor();
  await list.locator('input.input').focus();
}

/** Types into the question's box, in place of what stands there. */
export async function fillQuestion(page: Page, text: string): Promise<void> {
  await page.locator(quickInput).fill('');
  await type(page, text);
}

/** Waits until the question's box shows this text below it: what it asks for, or complains of. */
export async function messageShown(page: Page, text: string): Promise<void> {
  await page.locator(`${quickInputBox} .quick-input-message`, { hasText: text }).waitFor();
}

/** Waits for a modal question with this text. */
export async function dialogShown(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-dialog-box:visible', { hasText: text }).waitFor();
}

/** Presses a button of the modal question. */
export async function pressInDialog(page: Page, button: string): Promise<void> {
  await page
    .locator('.monaco-dialog-box:visible .dialog-buttons .monaco-button', {
      hasText: new RegExp(`^${button}$`),
    })
    .click();
}

/** Waits for a notification with this text, for as long as AWS may take. */
export async function notificationShown(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first().waitFor();
}

/** Presses a button of a notification with this text. */
export async function pressInNotification(page: Page, text: string | RegExp, button: string): Promise<void> {
  await page
    .locator('.notifications-toasts .notification-list-item', { hasText: text })
    .locator('.monaco-button', { hasText: button })
    .first()
    .click();
}

/** Waits until a page of Markdown is shown, rendered, with this title; gives what is in it. */
export async function renderedPage(page: Page, title: string): Promise<Locator> {
  const content = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await content.locator('h1', { hasText: title }).waitFor();
  return content.locator('body');
}

/** Waits for a terminal with this name that takes what is typed. */
export async function terminalShown(page: Page, name: RegExp): Promise<void> {
  await page.locator('.panel .monaco-action-bar .single-terminal-tab', { hasText: name }).waitFor();
  await page.locator('.terminal-wrapper.active .xterm.focus').waitFor();
  await terminalRows(page).filter({ hasText: /\S/ }).waitFor();
}

function terminalRows(page: Page): Locator {
  return page.locator('.terminal-wrapper.active .xterm-rows');
}

/** Runs a command in the terminal; gives what is on the terminal when this text is. */
export async function runInTerminal(page: Page, command: string, text: string): Promise<string> {
  await type(page, command);
  await page.keyboard.press('Enter');
  const rows = terminalRows(page);
  await rows.filter({ hasText: text }).waitFor();
  return (await rows.textContent()) ?? '';
}

/** The rows of the view of roles. */
export function roleRow(page: Page, text: string | RegExp): Locator {
  return page.locator('.part.sidebar .pane-body .monaco-list-row', { hasText: text });
}

/** Shows the view of roles, with the keyboard in it as far as it has rows. */
export async function showRoles(page: Page): Promise<void> {
  await runCommand(page, 'IAM Roles: Focus on Roles View');
}

/** Goes to the view of roles, and down its rows by keyboard to the first that has this text. */
export async function goToRow(page: Page, text: string): Promise<void> {
  await roleRow(page, text).first().waitFor();
  await showRoles(page);
  // A key that is pressed earlier goes elsewhere.
  const list = page.locator('.part.sidebar .pane-body .monaco-list:focus');
  await list.waitFor();
  await page.keyboard.press('Home');
  const focused = list.locator('.monaco-list-row.focused');
  for (let row = 0; row < 50; row++) {
    await focused.waitFor();
    if ((await focused.textContent())?.includes(text)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No row "${text}" is among the first of the view.`);
}

/** Opens the menu of the row that has the focus, and takes an entry of it, by keyboard. */
export async function chooseInMenu(page: Page, entry: string): Promise<void> {
  await page.keyboard.press('Shift+F10');
  const menu = page.locator('.monaco-menu:visible');
  await menu.locator('.action-label', { hasText: entry }).first().waitFor();
  const focused = menu.locator('.action-item.focused');
  for (let row = 0; row < 50; row++) {
    if ((await focused.count()) > 0 && (await focused.textContent())?.includes(entry)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No entry "${entry}" is in the menu.`);
}

/** Waits for the page of a role with this name, and gives what is in it. */
export async function rolePageShown(page: Page, name: string): Promise<FrameLocator> {
  const content = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await content.locator('h1', { hasText: name }).waitFor();
  await content.locator('svg.graph').waitFor();
  return content;
}
