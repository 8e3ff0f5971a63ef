import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import {
  chooseRow,
  dialogShown,
  fillQuestion,
  notificationShown,
  openFile,
  pressInDialog,
  questionShown,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import { copiedStatement } from './copiedStatement.mts';
import type { FakeAwsTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';
import { readerWithoutProfile } from './readerWithoutProfile.mts';

export const failingPlanTests: readonly FakeAwsTest[] = [
  {
    name: 'a plan that AWS refuses in the middle is rolled back, and the missing permission is copied',
    async run(page, fake) {
      fake.fail('AttachRolePolicy', { denied: {} });
      await createReader(page);
      await dialogShown(page, 'Create role orders-reader: “Attach policy AmazonS3ReadOnlyAccess');
      await dialogShown(page, 'Done so far:');
      assert.deepEqual(
        fake.state.roles.map(({ name }) => name),
        ['orders-reader'],
      );
      await pressInDialog(page, 'Roll Back');
      await notificationShown(page, 'Undo: Create role orders-reader: done, nothing of this run is left.');
      assert.deepEqual(fake.state.roles, []);
      const { Action } = await copiedStatement(page);
      assert.equal(Action, 'iam:AttachRolePolicy');
    },
  },
  {
    name: 'a plan that is cancelled ends after the call under way, and what it made is rolled back',
    async run(page, fake) {
      const release = fake.hold('CreateRole');
      try {
        await createReader(page);
        const progress = page.locator('.notifications-toasts .notification-list-item', {
          hasText: '1/2 Create role orders-reader',
        });
        await progress.locator('.monaco-button', { hasText: 'Cancel' }).click();
        // The extension gets this after the cancellation.
        await runCommand(page, 'IAM Roles: Copy Account ID');
        await notificationShown(page, 'is on the clipboard');
      } finally {
        release();
      }
      await dialogShown(page, 'Create role orders-reader: cancelled.');
      await pressInDialog(page, 'Roll Back');
      await notificationShown(page, 'Undo: Create role orders-reader: done, nothing of this run is left.');
      assert.deepEqual(fake.state.roles, []);
      assert.ok(!fake.calls.some(({ operation }) => operation === 'AttachRolePolicy'));
    },
  },
];

/** Create Role with an AWS managed policy, up to its confirmation. */
async function createReader(page: Page): Promise<void> {
  await openTrustPolicy(page);
  await openFile(page, 'trust.json');
  await runCommand(page, 'IAM Roles: Create Role…');
  await questionShown(page, 'Create Role: Who May Assume It (1/');
  await chooseRow(page, 'trust.json');
  await questionShown(page, 'Create Role: Name (2/6)');
  await fillQuestion(page, 'orders-reader');
  await page.keyboard.press('Enter');
  await readerWithoutProfile(page, 'orders-reader');
  await dialogShown(page, 'Create role orders-reader in account 123456789012 (profile dev');
  await pressInDialog(page, 'Create');
}
