import { emulatorRegion } from '../../scripts/aws/emulatorProfile.mts';
import {
  chooseRow,
  fillQuestion,
  messageShown,
  notificationShown,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import { runInstance } from '../aws/runInstance.ts';
import { confirmByKeyboard } from './confirmByKeyboard.mts';
import type { MotoTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';
import { rolesIn } from './rolesIn.mts';

const inAccount = 'in account 123456789012 (profile dev';
const associate = 'IAM Roles: Associate Instance Profile with EC2 Instance…';

export const instanceProfileTests: readonly MotoTest[] = [
  {
    name: 'an instance profile is created with a role, gets another one, and is given to an instance',
    async run(page, aws) {
      const roles = rolesIn(aws);
      await roles.create('builder');
      await roles.create('worker');
      await runInstance(aws, 'shop', emulatorRegion);
      await openTrustPolicy(page);

      await runCommand(page, 'IAM Roles: Create Instance Profile…');
      await chooseRow(page, 'worker');
      await messageShown(page, 'Name of the instance profile');
      await fillQuestion(page, 'shop-servers');
      await page.keyboard.press('Enter');
      await confirmByKeyboard(page, inAccount, 'Create');
      await notificationShown(page, 'Create instance profile shop-servers and 2 more steps: done.');
      await runCommand(page, 'Notifications: Clear All Notifications');

      await runCommand(page, 'IAM Roles: Add Role to Instance Profile…');
      await chooseRow(page, 'builder');
      await chooseRow(page, 'shop-servers');
      await confirmByKeyboard(page, inAccount, 'Remove');
      await notificationShown(page, ': done.');
      await runCommand(page, 'Notifications: Clear All Notifications');

      await runCommand(page, associate);
      await chooseRow(page, 'shop-servers');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'has no instance profile' })
        .waitFor();
      await chooseRow(page, 'shop');
      await confirmByKeyboard(page, inAccount, 'Associate');
      await notificationShown(page, ': done.');

      await runCommand(page, associate);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'with role builder' }).waitFor();
      await chooseRow(page, 'shop-servers');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'has shop-servers already' })
        .waitFor();
      await page.keyboard.press('Escape');
    },
  },
];
