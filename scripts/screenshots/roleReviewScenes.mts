import type { Page } from 'playwright-core';
import { role } from '../../test/interface/reviewedRole.mts';
import {
  checkRow,
  chooseRow,
  dialogShown,
  fillQuestion,
  hideSideBar,
  messageShown,
  notificationShown,
  policyTypeShown,
  pressInDialog,
  pressInNotification,
  problemsShown,
  questionShown,
  renderedPage,
  runCommand,
} from '../vscode/workbench.mts';
import type { Scene } from './scene.mts';

const file = 'trust/ec2-instance.json';
const size = { width: 1120, height: 800 };

/** The reviews of one role, with the fake as AWS, which knows what moto does not. */
export const roleReviewScenes: readonly Scene[] = [
  {
    name: 'review-role-use',
    theme: 'light',
    file,
    size,
    async steps(page) {
      await startOn(page, 'Review What a Role Uses');
      await wholeWidth(page, `What role ${role} uses`);
      await notificationShown(page, 'services that it may use');
    },
  },
  {
    name: 'tighter-policy',
    theme: 'dark',
    file,
    size: { width: 1120, height: 620 },
    async steps(page) {
      await startOn(page, 'Review What a Role Uses');
      await renderedPage(page, `What role ${role} uses`);
      await pressInNotification(page, 'services that it may use', 'Show Tighter Policies…');
      await chooseRow(page, 'orders-queues');
      await page.locator('.tab.active', { hasText: 'live and tighter' }).waitFor();
      await runCommand(page, 'View: Toggle Maximize Editor Group');
      await page.locator('.editor-instance .original .line-delete').first().waitFor();
      await notificationShown(page, 'The tighter policy allows nothing');
    },
  },
  {
    name: 'role-events',
    theme: 'light',
    file,
    size: { width: 1120, height: 900 },
    async steps(page) {
      await startOn(page, 'Show Events of a Role');
      await wholeWidth(page, `Events of role ${role}`);
      await notificationShown(page, '2 different things denied');
    },
  },
  {
    name: 'simulate-role',
    theme: 'dark',
    file,
    size,
    async steps(page) {
      await startOn(page, 'Simulate Role');
      await fillQuestion(page, 'dynamodb:DeleteTable');
      await chooseRow(page, 'dynamodb:DeleteTable');
      await messageShown(page, 'ARNs of the resources');
      await fillQuestion(page, 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders');
      await page.keyboard.press('Enter');
      await wholeWidth(page, `May ${role} do dynamodb:DeleteTable?`);
    },
  },
  {
    name: 'access-analyzer',
    theme: 'light',
    file: 'permissions/s3-misspelt-actions.json',
    size: { width: 1120, height: 760 },
    async steps(page) {
      await hideSideBar(page);
      await problemsShown(page);
      await runCommand(page, 'IAM Roles: Check with AWS Access Analyzer…');
      await questionShown(page, 'Check with AWS Access Analyzer');
      await page.locator('.quick-input-list .label-name', { hasText: /^Validate Policy$/ }).click();
      await checkRow(page, 'Check for New Access');
      await page.keyboard.press('Enter');
      await chooseRow(page, role);
      await chooseRow(page, 'orders-storage');
      await dialogShown(page, 'AWS charges');
      await pressInDialog(page, 'Check');
      await notificationShown(page, 'Check for New Access');
      await runCommand(page, 'View: Focus Problems');
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'NEW_ACCESS' }).waitFor();
    },
  },
];

/** A command about one role, which is chosen. */
async function startOn(page: Page, command: string): Promise<void> {
  await hideSideBar(page);
  await policyTypeShown(page, 'Trust policy');
  await page.locator('.editor-actions .codicon-person-add').waitFor();
  await runCommand(page, `IAM Roles: ${command}…`);
  await questionShown(page, command);
  await chooseRow(page, role);
}

/** Gives the report with this title the whole window. */
async function wholeWidth(page: Page, title: string): Promise<void> {
  await renderedPage(page, title);
  await runCommand(page, 'View: Toggle Maximize Editor Group');
  await renderedPage(page, title);
}
