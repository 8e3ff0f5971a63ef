import { strict as assert } from 'node:assert';
import {
  chooseRow,
  fillQuestion,
  messageShown,
  notificationShown,
  openFile,
  questionShown,
  renderedPage,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import { confirmByKeyboard } from './confirmByKeyboard.mts';
import type { MotoTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';
import { rolesIn } from './rolesIn.mts';

const inAccount = 'in account 123456789012 (profile dev';

export const singleCommandTests: readonly MotoTest[] = [
  {
    name: 'Update Trust Policy shows the difference and its plan, and is confirmed by keyboard',
    async run(page, aws) {
      const roles = rolesIn(aws);
      await roles.create('worker', {}, { Service: 'lambda.amazonaws.com' });
      await openTrustPolicy(page);
      await runCommand(page, 'IAM Roles: Update Trust Policy of Role…');
      await chooseRow(page, 'worker');
      await page.locator('.tab', { hasText: 'worker: live and new trust policy' }).waitFor();
      await renderedPage(page, 'Update the trust policy of role worker');
      await confirmByKeyboard(page, `Update the trust policy of role worker ${inAccount}`, 'Update');
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
      await messageShown(page, 'Detach policy AmazonS3ReadOnlyAccess from role worker');
      await fillQuestion(page, 'Worker');
      await page.keyboard.press('Enter');
      await messageShown(page, 'Type the role’s name, worker, to go on.');
      await fillQuestion(page, 'worker');
      await page.keyboard.press('Enter');
      await renderedPage(page, 'Delete role worker');
      assert.deepEqual(await roles.names(), ['worker']);
      await confirmByKeyboard(page, `Delete role worker ${inAccount}`, 'Delete');
      await notificationShown(page, 'Delete role worker: done.');
      assert.deepEqual(await roles.names(), []);
    },
  },
  {
    name: 'Put as Inline Policy is begun from the code lens, and copied as a script for the AWS CLI',
    async run(page, aws) {
      const roles = rolesIn(aws);
      await roles.create('worker');
      await openTrustPolicy(page);
      await openFile(page, 'permissions.json');
      await page.locator('.codelens-decoration a', { hasText: 'Put as Inline Policy…' }).click();
      await chooseRow(page, 'worker');
      await messageShown(page, 'Name of the policy');
      await fillQuestion(page, 'read reports');
      await messageShown(page, 'no spaces');
      await fillQuestion(page, 'read-reports');
      await page.keyboard.press('Enter');
      await confirmByKeyboard(page, inAccount, 'Put');
      await notificationShown(page, ': done.');
      assert.deepEqual(await roles.inline('worker'), ['read-orders', 'read-reports']);

      await openFile(page, 'permissions.json');
      await runCommand(page, 'IAM Roles: Copy as AWS CLI Command…');
      await chooseRow(page, 'Put as Inline Policy');
      await chooseRow(page, 'worker');
      await messageShown(page, 'Name of the policy');
      await fillQuestion(page, 'read-copies');
      await page.keyboard.press('Enter');
      await notificationShown(page, 'copied as a script for bash and the AWS CLI.');
      const script = String(await page.evaluate('navigator.clipboard.readText()'));
      assert.match(script, /aws iam put-role-policy.*--policy-name read-copies/s);
      assert.deepEqual(await roles.inline('worker'), ['read-orders', 'read-reports']);
    },
  },
];
