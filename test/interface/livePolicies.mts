import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import {
  chooseRow,
  dialogShown,
  notificationShown,
  pressInDialog,
  questionShown,
  renderedPage,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import { confirmByKeyboard } from './confirmByKeyboard.mts';
import type { MotoTest } from './interfaceTests.mts';
import { ec2, ecs, lambda, openLiveTrust, role, writeAnew } from './liveTrust.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';
import { rolesIn } from './rolesIn.mts';

export const livePolicyTests: readonly MotoTest[] = [
  {
    name: 'a live policy is saved to AWS, and one that was changed there meanwhile is not',
    async run(page, aws) {
      const roles = rolesIn(aws);
      await openTrustPolicy(page);
      await openLiveTrust(page, aws);
      await writeAnew(page, lambda);
      await page.keyboard.press('Control+S');
      await dialogShown(page, `Update the trust policy of role ${role} in account 123456789012 (profile dev`);
      await page.locator('.tab', { hasText: 'in AWS and to be written' }).waitFor();
      await pressInDialog(page, 'Update');
      await notificationShown(page, 'done.');
      assert.deepEqual(await roles.trustPolicy(role), lambda);
      await unsaved(page, false);

      await writeAnew(page, ec2);
      await roles.setTrustPolicy(role, ecs);
      await page.keyboard.press('Control+S');
      await dialogShown(page, `The trust policy of role ${role} was changed in AWS since you opened it.`);
      await pressInDialog(page, 'Compare');
      await page.locator('.tab.active', { hasText: 'changed in AWS, and yours' }).waitFor();
      await notificationShown(page, 'Take over what you need from the comparison');
      const compared = page.locator('.multiDiffEntry');
      for (const [entry, [left, right]] of [
        ['lambda', 'ecs-tasks'],
        ['ecs-tasks', 'ec2'],
      ].entries())
        for (const [side, service] of Object.entries({ original: left, modified: right }))
          await compared
            .nth(entry)
            .locator(`.editor.${side} .view-line`, { hasText: `${service}.amazonaws.com` })
            .waitFor();
      assert.deepEqual(await roles.trustPolicy(role), ecs);

      await page.locator('.tab', { hasText: 'trust policy.json' }).first().click();
      await unsaved(page, true);
      await page.keyboard.press('Control+S');
      await dialogShown(page, 'Overwrite puts your text in its place');
      await pressInDialog(page, 'Reload');
      await page.locator('.editor-instance .view-line', { hasText: 'ecs-tasks.amazonaws.com' }).waitFor();
      await unsaved(page, false);
      assert.deepEqual(await roles.trustPolicy(role), ecs);
    },
  },
  {
    name: 'a live policy is not saved by auto save',
    async run(page, aws) {
      await openTrustPolicy(page);
      await openLiveTrust(page, aws);
      await runCommand(page, 'File: Toggle Auto Save');
      try {
        await writeAnew(page, lambda);
        await notificationShown(page, 'saved by hand only');
        await unsaved(page, true);
        assert.deepEqual(await rolesIn(aws).trustPolicy(role), ec2);
      } finally {
        await runCommand(page, 'File: Toggle Auto Save');
      }
    },
  },
  {
    name: 'a live role is pulled into a folder, its drift is shown, and it is pushed back',
    async run(page, aws) {
      const roles = rolesIn(aws);
      await roles.createWith(role, ec2);
      await openTrustPolicy(page);
      await runCommand(page, 'IAM Roles: Pull Role into Folder…');
      await questionShown(page, 'Pull Role into Folder');
      await chooseRow(page, role);
      await questionShown(page, `The folder that gets the role ${role}`);
      await page
        .locator('.quick-input-widget:visible .monaco-button', { hasText: 'Pull into This Folder' })
        .click();
      await page.locator('.tab.active', { hasText: 'iam-role.json' }).waitFor();
      await notificationShown(page, `Role ${role} of account 123456789012 is in 2 files.`);
      await roles.setTrustPolicy(role, lambda);
      await page.locator('.editor-actions .codicon-diff').click();
      await renderedPage(page, `Drift of role ${role}`);
      await page.locator('.editor-actions .codicon-cloud-upload').click();
      await confirmByKeyboard(page, `Push role ${role} in account 123456789012 (profile dev`, 'Push');
      await notificationShown(page, ': done.');
      assert.deepEqual(await roles.trustPolicy(role), ec2);
    },
  },
];

/** Waits until the active tab says that its document is saved, or is not. */
async function unsaved(page: Page, isDirty: boolean): Promise<void> {
  await page.locator(`.tabs-container .tab.active${isDirty ? '.dirty' : ':not(.dirty)'}`).waitFor();
}
