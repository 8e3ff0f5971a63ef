import type { Page } from 'playwright-core';
import {
  checkRow,
  chooseRow,
  dialogShown,
  fillQuestion,
  hideSideBar,
  notificationShown,
  openFile,
  policyTypeShown,
  pressInDialog,
  questionShown,
  renderedPage,
  runCommand,
  runInTerminal,
  statusShown,
  terminalShown,
} from '../vscode/workbench.mts';
import type { Scene } from './scene.mts';

const file = 'trust/ec2-instance.json';
const size = { width: 1120, height: 620 };

/** A terminal with nothing of the one who takes the picture. */
const plainTerminal = {
  'terminal.integrated.profiles.linux': { plain: { path: 'bash', args: ['--norc', '--noprofile'] } },
  'terminal.integrated.defaultProfile.linux': 'plain',
  'terminal.integrated.env.linux': { PS1: '$ ' },
};

/** Roles, with the sandbox account as AWS; each scene that makes a role makes one of its own. */
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
  {
    name: 'verify-role',
    theme: 'light',
    file: 'permissions/deploy-service.json',
    size: { width: 1240, height: 760 },
    async steps(page) {
      await hideSideBar(page);
      await runCommand(page, 'IAM Roles: Verify Role…');
      await chooseRow(page, 'Reporting');
      await renderedPage(page, 'Role Reporting');
    },
  },
  {
    name: 'assume-role',
    theme: 'dark',
    file: 'permissions/deploy-service.json',
    size,
    settings: plainTerminal,
    async steps(page) {
      await hideSideBar(page);
      await assume(page, 'Reporting');
      await chooseRow(page, 'Open Terminal');
      await terminalShown(page, /Reporting/);
      // The AWS CLI is needed for this picture alone.
      await runInTerminal(page, 'aws sts get-caller-identity', 'assumed-role');
      await assume(page, 'Reporting');
      await chooseRow(page, 'Use for This Window');
      await statusShown(page, 'profile', 'Reporting by dev');
      await runCommand(page, 'Notifications: Clear All Notifications');
    },
  },
];

/** From the palette to the list of what a session can be used for. */
async function assume(page: Page, role: string): Promise<void> {
  await runCommand(page, 'IAM Roles: Assume Role…');
  await chooseRow(page, role);
  await questionShown(page, /^Assume /);
  await chooseRow(page, 'Assume Role');
  await questionShown(page, `Assumed ${role}`);
}

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
  await chooseRow(page, 'Continue');
  await questionShown(page, 'Create Role: Permissions');
}

async function confirmationOf(page: Page, name: string): Promise<void> {
  await askedForPolicies(page, name);
  await fillQuestion(page, 'AmazonS3ReadOnlyAccess');
  await checkRow(page, 'AmazonS3ReadOnlyAccess');
  await page.keyboard.press('Enter');
  await questionShown(page, 'Create Role: Instance Profile');
  await chooseRow(page, 'Create an instance profile');
  await chooseRow(page, 'No instance now');
  await questionShown(page, 'Create Role: Review');
  await chooseRow(page, `Create role ${name}`);
  await dialogShown(page, `Create role ${name} in account`);
  await renderedPage(page, `Create role ${name}`);
}
