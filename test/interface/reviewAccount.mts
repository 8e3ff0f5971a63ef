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
import { exampleAccount, newPolicy, newRole } from '../aws/fake/seeds.ts';
import type { FakeAws } from '../aws/fake/startFakeAws.ts';
import type { FakeAwsTest, MotoTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';
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

export const interruptedReviewTests: readonly FakeAwsTest[] = [
  {
    name: 'a review of the account goes on where the session ended in the middle of it',
    async run(page, fake) {
      const policy = newPolicy({ name: 'audit' }, '{"Version":"2012-10-17","Statement":[]}');
      fake.state.policies.push(policy);
      for (const name of ['a', 'b', 'c', 'd', 'e']) fake.state.roles.push(newRole({ name }));
      fake.state.roles.push(newRole({ name: 'f', attachedPolicies: [policy.arn] }));
      const release = fake.hold('GetPolicy');
      await openTrustPolicy(page);
      await runCommand(page, 'IAM Roles: Review Roles of the Account…');
      await questionShown(page, 'Review Roles of the Account');
      await page.keyboard.press('Enter');
      await notificationShown(page, '5 of 6 roles');
      const renew = endSession(fake);
      release();
      await notificationShown(page, '5 of 6 roles are read and kept.');
      renew();
      await pressInNotification(page, 'read and kept', 'Go On');
      await renderedPage(page, `Roles of account ${exampleAccount}`);
      await notificationShown(page, '6 roles are reviewed.');
      const read = fake.calls.filter(({ operation }) => operation === 'GetRole');
      assert.deepEqual(
        read.map(({ parameters }) => parameters['RoleName']),
        ['a', 'b', 'c', 'd', 'e', 'f', 'f'],
      );
    },
  },
];

/** From now on AWS says that the caller's session has run out, until the returned function is called. */
function endSession({ state: { callers } }: FakeAws): () => void {
  const ended = callers.map((caller) => ({ ...caller, expires: new Date(0).toISOString() }));
  const before = callers.splice(0, callers.length, ...ended);
  return () => void callers.splice(0, callers.length, ...before);
}
