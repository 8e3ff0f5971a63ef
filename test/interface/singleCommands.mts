import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import {
  chooseRow,
  complaintShown,
  dialogShown,
  fillQuestion,
  notificationShown,
  questionShown,
  renderedPage,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import type { MotoTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';
import { rolesIn } from './rolesIn.mts';

export const singleCommandTests: readonly MotoTest[] = [
  {
    name: 'Update Trust Policy shows the difference and its plan, and is confirmed by keyboard',
    async run(page, aws) {
      const roles = rolesIn(aws);
      await roles.create('worker', {}, { Service: 'lambda.amazonaws.com' });
      await openTrustPolicy(page);
      await runCommand(page, 'IAM Roles: Update Trust Policy of Role…');
      await chooseRow(page, 'worker');
      await dialogShown(page, 'Update the trust policy of role worker in account 123456789012 (profile dev');
      await page.locator('.tab', { hasText: 'worker: live and new trust policy' }).waitFor();
      await renderedPage(page, 'Update the trust policy of role worker');
      await pressFocused(page, 'Update');
      await notificationShown(page, 'Update the trust policy of role worker: done.');
      assert.match(JSON.stringify(await roles.trustPolicy('worker')), /LetEc2AssumeThisRole/);
    },
  },
  {
    name: 'Delete Role asks for the name of the role, and takes no other',
    async run(page, aws) {
      const roles = rolesIn(aws);
      await roles.create('worker');
      await roles.attach('worker', 'AmazonS3ReadOnlyAccess');
      await openTrustPolicy(page);
      await runCommand(page, 'IAM Roles: Delete Role…');
      await chooseRow(page, 'worker');
      await questionShown(page, 'Delete Role');
      await complaintShown(page, 'Detach policy AmazonS3ReadOnlyAccess from role worker');
      await fillQuestion(page, 'Worker');
      await page.keyboard.press('Enter');
      await complaintShown(page, 'Type the role’s name, worker, to go on.');
      await fillQuestion(page, 'worker');
      await page.keyboard.press('Enter');
      await dialogShown(page, 'Delete role worker in account 123456789012 (profile dev');
      await renderedPage(page, 'Delete role worker');
      assert.deepEqual(await roles.names(), ['worker']);
      await pressFocused(page, 'Delete');
      await notificationShown(page, 'Delete role worker: done.');
      assert.deepEqual(await roles.names(), []);
    },
  },
];

/** The plan beside the question must not have taken the focus from the button. */
async function pressFocused(page: Page, button: string): Promise<void> {
  await page.locator('.monaco-dialog-box:visible .monaco-button:focus', { hasText: button }).waitFor();
  await page.keyboard.press('Enter');
}
