import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { inRepository } from '../../scripts/repository.mts';
import {
  checkRow,
  chooseRow,
  dialogShown,
  notificationShown,
  openFile,
  policyTypeShown,
  pressInDialog,
  pressInNotification,
  questionShown,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import type { FakeFinding } from '../aws/fake/state.ts';
import { copiedStatement } from './copiedStatement.mts';
import type { FakeAwsTest } from './interfaceTests.mts';
import { openTrustPolicy } from './openTrustPolicy.mts';
import { addReviewedRole, hostile, role } from './reviewedRole.mts';

const command = 'Check with AWS Access Analyzer';

export const accessAnalyzerTests: readonly FakeAwsTest[] = [
  {
    name: 'what Access Analyzer finds stands among the problems, none twice, until the policy is edited',
    async run(page, fake) {
      fake.state.findings[textOf('misspelt.json')] = [
        finding('ERROR', 'INVALID_ACTION', 'The action s3:GetObjct does not exist.', 'Action'),
        finding('SUGGESTION', 'FOUND_BY_AWS', hostile, 'Resource'),
      ];
      await openPolicy(page, 'misspelt.json');
      await page.locator('.squiggly-error').first().waitFor();
      await runCommand(page, `IAM Roles: ${command}…`);
      await startChosen(page);
      await notificationShown(page, 'Validate Policy: 2 findings. 1 of it was told already.');
      await pressInNotification(page, 'Access Analyzer on misspelt.json', 'Go to First Finding');
      await page.locator('.statusbar', { hasText: 'Ln 7, Col 55 (36 selected)' }).waitFor();
      await page.locator('.squiggly-info').first().waitFor();

      await runCommand(page, 'View: Focus Problems');
      const found = problem(page, 'FOUND_BY_AWS');
      await found
        .filter({ hasText: '<img src=x onerror=alert(1)> [x](command:workbench.action.quit)' })
        .waitFor();
      await found.filter({ hasText: 'IAM Access Analyzer' }).waitFor();
      assert.equal(await found.locator('img').count(), 0);
      assert.equal(await problem(page, 'INVALID_ACTION').count(), 1);

      await openFile(page, 'misspelt.json');
      await page.keyboard.type(' ');
      await page.locator('.squiggly-info').first().waitFor({ state: 'detached' });
      await found.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+Z');
    },
  },
  {
    name: 'a check that AWS charges for is made only after its cost was agreed to',
    async run(page, fake) {
      addReviewedRole(fake.state);
      const charged = () => fake.calls.filter(({ operation }) => operation === 'CheckNoNewAccess').length;
      await openPolicy(page, 'permissions.json');
      await startNewAccess(page);
      await dialogShown(page, 'AWS charges account 123456789012 for one call of Access Analyzer. Make it?');
      await dialogShown(page, 'aws.amazon.com/iam/access-analyzer/pricing');
      await pressInDialog(page, 'Cancel');
      await page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
      assert.equal(charged(), 0);

      await startNewAccess(page);
      await pressInDialog(page, 'Check');
      await notificationShown(page, 'Check for New Access: 1 finding');
      assert.equal(charged(), 1);
      await page.locator('.squiggly-warning').first().waitFor();
      await runCommand(page, 'View: Focus Problems');
      await problem(page, 'NEW_ACCESS').filter({ hasText: 'New access in the statement' }).waitFor();
    },
  },
  {
    name: 'a check that AWS refuses gives the statement that is missing',
    async run(page, fake) {
      fake.fail('ValidatePolicy', { denied: {} });
      await openPolicy(page, 'permissions.json');
      await runCommand(page, `IAM Roles: ${command}…`);
      await startChosen(page);
      await notificationShown(page, 'access-analyzer:ValidatePolicy');
      assert.equal((await copiedStatement(page)).Action, 'access-analyzer:ValidatePolicy');
    },
  },
];

async function openPolicy(page: Page, file: string): Promise<void> {
  await openTrustPolicy(page);
  await openFile(page, file);
  await policyTypeShown(page, 'Identity-based policy');
}

/** With the check that is chosen from the start. */
async function startChosen(page: Page): Promise<void> {
  await questionShown(page, command);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Validate Policy' }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Up to the question whether to pay. */
async function startNewAccess(page: Page): Promise<void> {
  await runCommand(page, `IAM Roles: ${command}…`);
  await questionShown(page, command);
  const rows = page.locator('.quick-input-widget:visible .monaco-list-row');
  await rows.filter({ hasText: 'Check for New Access' }).filter({ hasText: 'AWS charges' }).waitFor();
  await rows.locator('.label-name', { hasText: /^Validate Policy$/ }).click();
  await checkRow(page, 'Check for New Access');
  await page.keyboard.press('Enter');
  await questionShown(page, 'Check for New Access');
  await chooseRow(page, role);
  await chooseRow(page, 'orders-storage');
}

/** Rows of the problems panel with this code. */
function problem(page: Page, code: string): Locator {
  return page.locator('.markers-panel .monaco-list-row', { hasText: code });
}

/** As AWS is sent it. */
function textOf(file: string): string {
  return readFileSync(inRepository(`test/vscode/workspace/${file}`), 'utf8').trimEnd();
}

function finding(
  findingType: FakeFinding['findingType'],
  issueCode: string,
  findingDetails: string,
  element: string,
): FakeFinding {
  const position = { line: 1, column: 0, offset: 0 };
  const path = [{ value: 'Statement' }, { index: 0 }, { value: element }];
  return {
    findingType,
    issueCode,
    findingDetails,
    learnMoreLink:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
    locations: [{ path, span: { start: position, end: position } }],
  };
}
