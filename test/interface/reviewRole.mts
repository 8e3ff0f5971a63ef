import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import {
  checkRow,
  chooseRow,
  editorTextShown,
  fillQuestion,
  messageShown,
  notificationShown,
  pressInNotification,
  questionShown,
  renderedPage,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import { copiedStatement } from './copiedStatement.mts';
import type { FakeAwsTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';
import { addEvents, addReviewedRole, alice, hostile, queue, role } from './reviewedRole.mts';

export const reviewRoleTests: readonly FakeAwsTest[] = [
  {
    name: 'what a role uses stands beside what it may do, and a tighter policy is compared and opened',
    async run(page, fake) {
      addReviewedRole(fake.state);
      await startOn(page, 'Review What a Role Uses');
      const report = await renderedPage(page, `What role ${role} uses`);
      await notificationShown(page, `${role} used 2 of 4 services that it may use.`);
      await rowWith(report, ['Amazon SQS', '1 of 3']).waitFor();
      await rowWith(report, ['Amazon DynamoDB', 'dynamodb']).waitFor();
      await report.locator('h2', { hasText: 'Never used' }).waitFor();
      await report.locator('li', { hasText: 'Inline policy orders-storage: without dynamodb:*' }).waitFor();

      await pressInNotification(page, `${role} used`, 'Show Tighter Policies…');
      await chooseRow(page, 'orders-storage');
      await page.locator('.tab.active', { hasText: 'orders-storage: live and tighter' }).waitFor();
      await page.locator('.editor-instance .line-delete .view-line', { hasText: 'dynamodb:*' }).waitFor();
      await editorTextShown(page, 's3:PutObject');
      await pressInNotification(page, 'The tighter policy allows nothing', 'Open Tighter Policy');
      await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
      await editorTextShown(page, 's3:PutObject');
    },
  },
  {
    name: 'a review of what a role uses that AWS refuses gives the statement that is missing',
    async run(page, fake) {
      addReviewedRole(fake.state);
      fake.fail('GenerateServiceLastAccessedDetails', { denied: {} });
      await startOn(page, 'Review What a Role Uses');
      await notificationShown(page, 'iam:GenerateServiceLastAccessedDetails');
      assert.equal((await copiedStatement(page)).Action, 'iam:GenerateServiceLastAccessedDetails');
    },
  },
  {
    name: 'a role is simulated with the condition key that decides, and what the simulator lacks is said',
    async run(page, fake) {
      addReviewedRole(fake.state);
      fake.state.simulations['s3:GetObject'] = {
        decision: 'allowed',
        missingContextKeys: ['aws:SourceIp'],
      };
      await startOn(page, 'Simulate Role');
      await fillQuestion(page, 's3:GetObject');
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 's3:GetObject' }).waitFor();
      await page.keyboard.press('Enter');
      await messageShown(page, 'ARNs of the resources of s3:GetObject');
      await page.keyboard.press('Enter');
      await messageShown(page, 'Value of aws:SourceIp');
      await fillQuestion(page, '203.0.113.7');
      await page.keyboard.press('Enter');
      const report = await renderedPage(page, `May ${role} do s3:GetObject?`);
      await rowWith(report, ['*', 'allowed']).waitFor();
      await report.locator('p', { hasText: 'Asked with aws:SourceIp = 203.0.113.7' }).waitFor();
      await report.locator('p', { hasText: `The trust policy lets ${alice}` }).waitFor();
      await report.locator('li', { hasText: 'Resource-based policies' }).waitFor();
    },
  },
  {
    name: 'a simulation that AWS refuses gives the statement that is missing',
    async run(page, fake) {
      addReviewedRole(fake.state);
      fake.fail('SimulatePrincipalPolicy', { denied: {} });
      await startOn(page, 'Simulate Role');
      await chooseRow(page, 'Enter an Action…');
      await messageShown(page, 'The action, such as s3:GetObject');
      await fillQuestion(page, 's3:GetObject');
      await page.keyboard.press('Enter');
      await messageShown(page, 'ARNs of the resources');
      await page.keyboard.press('Enter');
      await notificationShown(page, 'iam:SimulatePrincipalPolicy');
      assert.equal((await copiedStatement(page)).Action, 'iam:SimulatePrincipalPolicy');
    },
  },
  {
    name: 'events of a role show who assumed it and what was denied, which becomes a policy to look at',
    async run(page, fake) {
      addReviewedRole(fake.state);
      addEvents(fake.state, [alice, hostile]);
      await startOn(page, 'Show Events of a Role');
      const report = await renderedPage(page, `Events of role ${role}`);
      await rowWith(report, ['sqs:CreateQueue', queue, '2']).waitFor();
      await rowWith(report, ['kms:Decrypt', '*', '1']).waitFor();
      await report.locator('li', { hasText: 'kms:Decrypt: A service control policy has a Deny' }).waitFor();
      await rowWith(report, ['sts:AssumeRole', alice, 'release-42', '203.0.113.7']).waitFor();
      await rowWith(report, ['<img src=x onerror=alert(1)> [x](command:workbench.action.quit)']).waitFor();
      assert.equal(await report.locator('img, a[href^="command:"]').count(), 0);
      assert.doesNotMatch((await report.textContent()) ?? '', /\u202e/);

      await pressInNotification(page, '2 different things denied', 'Allow What Was Denied…');
      await questionShown(page, 'Allow What Was Denied');
      await checkRow(page, 'sqs:CreateQueue');
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
      await editorTextShown(page, '"Action": "sqs:CreateQueue"');
      await editorTextShown(page, '"Resource": "arn:aws:sqs:eu-west-1:');
    },
  },
  {
    name: 'events that AWS does not let be read give the statement that is missing',
    async run(page, fake) {
      addReviewedRole(fake.state);
      fake.fail('LookupEvents', { denied: {} });
      await startOn(page, 'Show Events of a Role');
      await notificationShown(page, 'cloudtrail:LookupEvents');
      assert.equal((await copiedStatement(page)).Action, 'cloudtrail:LookupEvents');
    },
  },
];

/** A command about one role, which is chosen. */
async function startOn(page: Page, command: string): Promise<void> {
  await openTrustPolicy(page);
  await runCommand(page, `IAM Roles: ${command}…`);
  await questionShown(page, command);
  await chooseRow(page, role);
}

/** The row of a table that has these cells, each as a part of its text. */
function rowWith(report: Locator, cells: readonly string[]): Locator {
  return cells.reduce((rows, text) => rows.filter({ hasText: text }), report.locator('tr')).first();
}
