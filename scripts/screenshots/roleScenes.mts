import type { Page } from 'playwright-core';
import {
  chooseRow,
  dialogShown,
  fillQuestion,
  hideSideBar,
  notificationShown,
  openFile,
  policyTypeShown,
  pressInDialog,
  questionShown,
} from '../vscode/workbench.mts';
import type { Scene } from './scene.mts';

const file = 'trust/ec2-instance.json';
const size = { width: 1120, height: 620 };

/** Creating a role, with moto as AWS; each scene makes a role of its own. */
export const roleScenes: readonly Scene[] = [
  {
    name: 'create-role',
    theme: 'light',
    file,
    size,
    async steps(page) {
      await hideSideBar(page);
      await openFile(page, 'permissions/deploy-service.json');
      await openFile(page, file);
      await askedForPolicies(page, 'orders-reader');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'inline policy' })
        .first()
        .waitFor();
    },
  },
  {
    name: 'create-role-plan',
    theme: 'dark',
    file,
    size,
    async steps(page) {
      await hideSideBar(page);
      await confirmationOf(page, 'orders-reader');
    },
  },
  {
    name: 'create-role-result',
    theme: 'light',
    file,
    size,
    async steps(page) {
      await hideSideBar(page);
      await confirmationOf(page, 'orders-writer');
      await pressInDialog(page, 'Create');
      await notificationShown(page, 'Create role orders-writer: done.');
    },
  },
];

/** From the code lens to the list of policies. */
async function askedForPolicies(page: Page, name: string): Promise<void> {
  await policyTypeShown(page, 'Trust policy');
  await page.locator('.codelens-decoration a', { hasText: 'Create Role…' }).click();
  // Else a tip comes for what opens below the mouse.
  await page.mouse.move(size.width / 2, size.height - 60);
  await questionShown(page, 'Create Role: Name');
  await fillQuestion(page, name);
  await page.keyboard.press('Enter');
  await questionShown(page, 'Create Role: Options');
  await page.keyboard.press('Enter');
  await questionShown(page, 'Create Role: Permissions');
}

async function confirmationOf(page: Page, name: string): Promise<void> {
  await askedForPolicies(page, name);
  await page.locator('.quick-input-widget:visible .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  await questionShown(page, 'Create Role: Instance Profile');
  await chooseRow(page, 'Without one');
  await questionShown(page, 'Create Role: Review');
  await page.keyboard.press('Enter');
  await dialogShown(page, `Create role ${name} in account`);
}
