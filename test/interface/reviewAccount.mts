import { strict as assert } from 'node:assert';
import {
  notificationShown,
  openFile,
  policyTypeShown,
  pressInNotification,
  questionShown,
  renderedPage,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import type { MotoTest } from './interfaceTests.mts';
import { rolesIn } from './rolesIn.mts';

export const reviewAccountTests: readonly MotoTest[] = [
  {
    name: 'the roles of the account are reviewed, and the report is shown and saved',
    async run(page, aws) {
      const roles = rolesIn(aws);
      await roles.createTrusting('vendor', 'arn:aws:iam::777788889999:root', 's3:*');
      await roles.createTrusting('worker', 'arn:aws:iam::123456789012:root', 's3:GetObject');
      await openFile(page, 'trust.json');
      await policyTypeShown(page, 'Trust policy');
      // Commands for trusted folders come some time after the start.
      await page.locator('.editor-actions .codicon-person-add').waitFor();
      await runCommand(page, 'IAM Roles: Review Roles of the Account…');
      await questionShown(page, 'Review Roles of the Account');
      await page.keyboard.press('Enter');
      await renderedPage(page, 'Roles of account 123456789012');
      await notificationShown(page, '2 roles are reviewed.');
      const report = page.frameLocator('iframe.webview').frameLocator('#active-frame');
      await report.locator('td', { hasText: '777788889999' }).first().waitFor();
      await report.locator('td', { hasText: 'inline policy given' }).first().waitFor();
      assert.equal(await report.locator('img').count(), 0);
      await pressInNotification(page, '2 roles are reviewed.', 'Save as CSV…');
      await page.locator('.quick-input-widget:visible input').first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await notificationShown(page, '2 roles are reviewed.');
      const day = new Date().toISOString().slice(0, 10);
      const file = page.locator('.explorer-folders-view .monaco-list-row', {
        hasText: `iam-roles-123456789012-${day}`,
      });
      await file.dblclick();
      await page.locator('.view-line', { hasText: '777788889999' }).first().waitFor();
    },
  },
];
