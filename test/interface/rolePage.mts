import { strict as assert } from 'node:assert';
import type { FrameLocator, Page } from 'playwright-core';
import {
  chooseRow,
  notificationShown,
  openFile,
  policyTypeShown,
  pressInNotification,
  questionShown,
  rolePageShown,
  runCommand,
} from '../../scripts/vscode/workbench.mts';
import type { MotoTest } from './interfaceTests.mts';
import { rolesIn } from './rolesIn.mts';

const hostile = '"><img src=x onerror=alert(1)> <script>alert(2)</script>';

export const rolePageTests: readonly MotoTest[] = [
  {
    name: 'a role page of open policies has a graph that the keyboard walks, and a strict content security policy',
    async run(page) {
      const violations = violationsOn(page);
      await openFile(page, 'permissions.json');
      await openFile(page, 'trust.json');
      await policyTypeShown(page, 'Trust policy');
      await runCommand(page, 'IAM Roles: Show Role Page of Open Policies…');
      await questionShown(page, 'Show Role Page of Open Policies');
      await page
        .locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'permissions.json' })
        .click();
      await page
        .locator('.quick-input-widget:visible .quick-input-count', { hasText: '1 Selected' })
        .waitFor();
      await page.locator('.quick-input-widget:visible input.input').focus();
      await page.keyboard.press('Enter');
      const content = await rolePageShown(page, 'trust.json');
      await content
        .locator('section', { hasText: 'Allows Amazon EC2 to assume this role.' })
        .first()
        .waitFor();
      await content.locator('table.access', { hasText: 'Amazon S3' }).waitFor();
      // Of the style sheet, which the policy lets in.
      const title = content.locator('.graph text.title').first();
      const weight = await title.evaluate(
        (node) => node.ownerDocument.defaultView?.getComputedStyle(node).fontWeight,
      );
      assert.equal(weight, '600');

      await content.locator('button', { hasText: 'Export Graph as Mermaid' }).focus();
      await page.keyboard.press('Tab');
      assert.equal(await focused(content), 'role');
      const walk = {
        ArrowRight: 'policy0',
        End: 'resource1',
        ArrowDown: 'resource0',
        ArrowLeft: 'service0',
        Home: 'principal0',
      };
      for (const [key, id] of Object.entries(walk)) {
        await page.keyboard.press(key);
        assert.equal(await focused(content), id, `after ${key}`);
      }
      assert.ok((await content.locator('.edge.of-chosen').count()) > 0);
      assert.deepEqual(violations, []);

      await runCommand(page, 'IAM Roles: Export Role Graph as SVG…');
      await page.locator('.quick-input-widget:visible input').waitFor();
      await page.keyboard.press('Enter');
      await notificationShown(page, 'The graph of trust.json is in trust.svg.');
      await pressInNotification(page, 'The graph of trust.json is in trust.svg.', 'Open');
      await page.locator('.tabs-container .tab.active', { hasText: 'trust.svg' }).waitFor();
      await page.locator('.editor-instance .view-line', { hasText: '<?xml version="1.0"' }).first().waitFor();
    },
  },
  {
    name: 'a role of the account has a page, which shows hostile texts harmlessly and reads anew when asked',
    async run(page, aws) {
      const violations = violationsOn(page);
      page.on('dialog', () => violations.push('a dialog'));
      const roles = rolesIn(aws);
      await roles.create('orders-reader', { Description: hostile, Tags: [{ Key: 'team', Value: hostile }] });
      await openFile(page, 'trust.json');
      await page.locator('.editor-actions .codicon-person-add').waitFor();
      await runCommand(page, 'IAM Roles: Show Role Page…');
      await questionShown(page, 'Show Role Page');
      await chooseRow(page, 'orders-reader');
      const content = await rolePageShown(page, 'orders-reader');
      await content.locator('table.facts td', { hasText: hostile }).first().waitFor();
      assert.equal(await content.locator('img, main script').count(), 0);
      await content.locator('main', { hasText: 'actions that the data does not know' }).waitFor();

      await roles.attach('orders-reader', 'AmazonSQSReadOnlyAccess');
      await content.locator('button', { hasText: 'Refresh' }).click();
      const anew = await rolePageShown(page, 'orders-reader');
      await anew.locator('table.access', { hasText: 'Amazon SQS' }).waitFor();
      assert.deepEqual(violations, []);
    },
  },
];

/** What the browser says of content that a policy kept out, as it comes. */
function violationsOn(page: Page): string[] {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text()) && /rolePage|inline/i.test(message.text()))
      violations.push(message.text());
  });
  return violations;
}

/** The id of the node that has the focus. */
function focused(content: FrameLocator): Promise<string | null> {
  return content.locator('*:focus').getAttribute('data-node');
}
