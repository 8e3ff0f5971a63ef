import { strict as assert } from 'node:assert';
import {
  chooseRow,
  dialogShown,
  fillQuestion,
  messageShown,
  notificationShown,
  openFile,
  pressInDialog,
  pressInNotification,
  questionShown,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import { confirmByKeyboard } from './confirmByKeyboard.mts';
import type { MotoTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';
import { readerWithoutProfile } from './readerWithoutProfile.mts';
import { rolesIn } from './rolesIn.mts';

const title = 'IAM Roles: Create Role…';

export const createRoleTests: readonly MotoTest[] = [
  {
    name: 'a role is created from the open trust policy, by keyboard',
    async run(page, aws) {
      await openTrustPolicy(page);
      await openFile(page, 'permissions.json');
      await openFile(page, 'trust.json');
      await runCommand(page, title);
      await questionShown(page, 'Create Role: Who May Assume It (1/');
      await chooseRow(page, 'trust.json');
      await questionShown(page, 'Create Role: Name (2/6)');
      await fillQuestion(page, 'orders reader');
      await messageShown(page, 'A role may have no spaces in its name');
      await page.keyboard.press('Enter');
      await messageShown(page, 'A role may have no spaces in its name');
      await fillQuestion(page, 'orders-reader');
      await page.keyboard.press('Enter');
      await readerWithoutProfile(page, 'orders-reader');
      await dialogShown(page, 'Create role orders-reader in account 123456789012 (profile dev');
      await page.locator('.tab', { hasText: 'Create role orders-reader' }).waitFor();
      await pressInDialog(page, 'Create');
      await notificationShown(page, 'Create role orders-reader: done.');
      const roles = rolesIn(aws);
      assert.match(JSON.stringify(await roles.trustPolicy('orders-reader')), /LetEc2AssumeThisRole/);
      assert.deepEqual(await roles.attached('orders-reader'), ['AmazonS3ReadOnlyAccess']);

      await pressInNotification(page, 'Create role orders-reader: done.', 'Undo');
      await dialogShown(page, 'Undo “Create role orders-reader”');
      await pressInDialog(page, 'Undo');
      await notificationShown(page, 'nothing of this run is left');
      assert.deepEqual(await roles.names(), []);
    },
  },
  {
    name: 'the code lens begins with the name, Back and Escape do nothing to AWS',
    async run(page, aws) {
      await openTrustPolicy(page);
      await page.locator('.codelens-decoration a', { hasText: 'Create Role…' }).click();
      await questionShown(page, 'Create Role: Name (2/6)');
      await fillQuestion(page, 'kept');
      await page.keyboard.press('Enter');
      await questionShown(page, 'Create Role: Options (3/6)');
      await page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
      await questionShown(page, 'Create Role: Name (2/6)');
      assert.equal(await page.locator('.quick-input-widget input').inputValue(), 'kept');
      await page.keyboard.press('Escape');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      assert.deepEqual(await rolesIn(aws).names(), []);
    },
  },
  {
    name: 'a role for another account is made from a template, with options, and copied as Terraform',
    async run(page, aws) {
      await openTrustPolicy(page);
      await runCommand(page, title);
      await questionShown(page, 'Create Role: Who May Assume It');
      await chooseRow(page, 'Another AWS account');
      await messageShown(page, 'Id of the account');
      await fillQuestion(page, '77778888');
      await messageShown(page, 'An AWS account id has 12 digits.');
      await fillQuestion(page, '777788889999');
      await page.keyboard.press('Enter');
      await messageShown(page, 'External ID that the other account must send');
      await fillQuestion(page, 'orders-42');
      await page.keyboard.press('Enter');
      await chooseRow(page, 'Without MFA');
      await questionShown(page, 'Create Role: Name (2/');
      await fillQuestion(page, 'vendor');
      await page.keyboard.press('Enter');
      await questionShown(page, 'Create Role: Options (3/');
      await chooseRow(page, 'Tags');
      await messageShown(page, 'Tags as key=value');
      await fillQuestion(page, 'team=orders, team=other');
      await messageShown(page, 'team');
      await fillQuestion(page, 'team=orders');
      await page.keyboard.press('Enter');
      await chooseRow(page, 'Permissions boundary');
      await page
        .locator('input[placeholder="The policy that limits what the role can be allowed"]')
        .waitFor();
      await fillQuestion(page, 'PowerUserAccess');
      await chooseRow(page, 'PowerUserAccess');
      await chooseRow(page, 'Continue');
      await questionShown(page, 'Create Role: Permissions (4/');
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await page.keyboard.press('Enter');
      await questionShown(page, 'Create Role: Review (5/5)');
      await chooseRow(page, 'Copy as Terraform configuration');
      await notificationShown(page, 'copied as Terraform configuration.');
      const terraform = String(await page.evaluate('navigator.clipboard.readText()'));
      assert.match(terraform, /resource "aws_iam_role" "vendor".*permissions_boundary.*team/s);
      await chooseRow(page, 'Create role vendor');
      await confirmByKeyboard(page, 'Create role vendor in account 123456789012 (profile dev', 'Create');
      await notificationShown(page, 'Create role vendor: done.');
      assert.match(
        JSON.stringify(await rolesIn(aws).trustPolicy('vendor')),
        /arn:aws:iam::777788889999:root.*"sts:ExternalId":"orders-42"/,
      );
    },
  },
  {
    name: 'a trust policy with an error is opened at the place instead',
    async run(page, aws) {
      await openTrustPolicy(page);
      await openFile(page, 'wrongTrust.json');
      await openFile(page, 'permissions.json');
      await runCommand(page, title);
      await questionShown(page, 'Create Role: Who May Assume It');
      await chooseRow(page, 'wrongTrust.json');
      await notificationShown(page, 'The trust policy in wrongTrust.json cannot be used: ');
      await page.locator('.tabs-container .tab.active', { hasText: 'wrongTrust.json' }).waitFor();
      await page.locator('.statusbar-item', { hasText: /^Ln 7, Col \d+ \(\d+ selected\)$/ }).waitFor();
      assert.deepEqual(await rolesIn(aws).names(), []);
    },
  },
];
