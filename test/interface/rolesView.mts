import { strict as assert } from 'node:assert';
import {
  checkRow,
  chooseInMenu,
  chooseRow,
  dialogShown,
  fillQuestion,
  goToRow,
  notificationShown,
  pressInDialog,
  questionShown,
  roleRow,
  runCommand,
  showRoles,
} from '../../scripts/vscode/workbench.mts';
import type { MotoTest } from './interfaceTests.mts';
import { rolesIn } from './rolesIn.mts';

export const rolesViewTests: readonly MotoTest[] = [
  {
    name: 'the view of roles is opened, a role unfolded and a policy attached from its menu, by keyboard',
    async run(page, aws) {
      const roles = rolesIn(aws);
      await roles.create('orders-reader');
      await roles.create('orders-writer');
      await showRoles(page);
      await goToRow(page, 'orders-reader');
      const row = roleRow(page, 'orders-reader');
      assert.match(
        (await row.getAttribute('aria-label')) ?? '',
        /^Role orders-reader, path \/, may be assumed by ec2\.amazonaws\.com/,
      );
      await page.keyboard.press('ArrowRight');
      await roleRow(page, /Inline Policies.*1/).waitFor();
      await row.and(page.locator('[aria-label*="1 error"]')).waitFor();

      await chooseInMenu(page, 'Attach Policies to Role…');
      await questionShown(page, 'Attach Policies to Role');
      await fillQuestion(page, 'SecurityAudit');
      await checkRow(page, 'SecurityAudit');
      await page.keyboard.press('Enter');
      await dialogShown(page, 'in account 123456789012 (profile dev');
      await pressInDialog(page, 'Attach');
      await notificationShown(page, 'done.');
      assert.deepEqual(await roles.attached('orders-reader'), ['SecurityAudit']);
      await roleRow(page, /Attached Policies.*1/).waitFor();
    },
  },
  {
    name: 'in the view of roles a policy is opened by Enter, roles are grouped and filtered, and one is deleted',
    async run(page, aws) {
      const roles = rolesIn(aws);
      await roles.create('orders-reader');
      await roles.create('orders-writer');
      await showRoles(page);
      await goToRow(page, 'orders-reader');
      await page.keyboard.press('ArrowRight');
      await goToRow(page, 'Trust Policy');
      await page.keyboard.press('Enter');
      await page.locator('.tab', { hasText: 'trust policy.json' }).waitFor();

      await runCommand(page, 'IAM Roles: Group Roles…');
      await chooseRow(page, 'Who May Assume Them');
      await roleRow(page, /AWS Services.*2/).waitFor();
      await runCommand(page, 'IAM Roles: Filter Roles…');
      await chooseRow(page, 'Name');
      await fillQuestion(page, 'writer');
      await page.keyboard.press('Enter');
      await roleRow(page, /AWS Services.*1/).waitFor();
      await page.locator('.part.sidebar .message', { hasText: 'Filter: name has “writer”' }).waitFor();

      await goToRow(page, 'orders-writer');
      await chooseInMenu(page, 'Delete Role…');
      await questionShown(page, 'Delete Role');
      await fillQuestion(page, 'orders-writer');
      await page.keyboard.press('Enter');
      await pressInDialog(page, 'Delete');
      await notificationShown(page, 'Delete role orders-writer: done.');
      assert.deepEqual(await roles.names(), ['orders-reader']);
      await roleRow(page, 'None of 1 roles meets the filter').waitFor();
    },
  },
  {
    name: 'hostile texts are shown in the view of roles as they are written',
    async run(page, aws) {
      const hostile = `<b>x</b> $(trash) [x](command:iamRoles.about) \u202egnp.exe ${'a'.repeat(900)}`;
      await rolesIn(aws).create('orders-reader', {
        Description: hostile,
        Tags: [{ Key: 'team', Value: '**x** $(trash)\u2066' }],
      });
      await showRoles(page);
      await goToRow(page, 'orders-reader');
      await page.keyboard.press('ArrowRight');
      await goToRow(page, 'Tags');
      await page.keyboard.press('ArrowRight');
      const tag = roleRow(page, 'team');
      assert.match((await tag.textContent()) ?? '', /team\*\*x\*\* \$\(trash\)\\u2066$/);
      const description = roleRow(page, 'Description');
      assert.match(
        (await description.textContent()) ?? '',
        /<b>x<\/b> \$\(trash\) \[x\]\(command:iamRoles\.about\) \\u202egnp\.exe a+…$/,
      );
      for (const row of [tag, description])
        assert.equal(await row.locator('.codicon-trash, b, [href]').count(), 0);
    },
  },
  {
    name: 'without a profile the view of roles offers to choose one, and then shows its roles',
    settings: { 'iamRoles.aws.profile': 'none-of-that-name' },
    async run(page, aws) {
      await rolesIn(aws).create('orders-reader');
      await showRoles(page);
      await page.locator('.part.sidebar .monaco-button', { hasText: 'Choose AWS Profile' }).click();
      await chooseRow(page, 'dev');
      await roleRow(page, 'orders-reader').waitFor();
    },
  },
];
