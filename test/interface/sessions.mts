import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { inRepository } from '../../scripts/repository.mts';
import {
  chooseRow,
  notificationShown,
  openFile,
  questionShown,
  renderedPage,
  runCommand,
  runInTerminal,
  statusShown,
  terminalShown,
} from '../../scripts/vscode/workbench.mts';
import type { MotoTest } from './interfaceTests.mts';
import { rolesIn } from './rolesIn.mts';

const callerIdentity = inRepository('test/interface/callerIdentity.mts');
const role = 'orders-reader';
const roleArn = `arn:aws:iam::123456789012:role/${role}`;
const sessionArn = `arn:aws:sts::123456789012:assumed-role/${role}/moto`;

export const sessionTests: readonly MotoTest[] = [
  {
    name: 'Verify Role shows a report beside the editor',
    async run(page, aws) {
      await createAssumable(aws);
      await rolesIn(aws).attach(role, 'AmazonS3ReadOnlyAccess');
      await openFile(page, 'trust.json');
      await runCommand(page, 'IAM Roles: Verify Role…');
      await chooseRow(page, role);
      const report = await renderedPage(page, `Role ${role}`);
      const text = (await report.textContent()) ?? '';
      for (const told of [
        /1 thing is not as expected/,
        /inline policy read-orders: .*s3:GetObject/,
        new RegExp(`Yes, with the active credentials: ${sessionArn}`),
        /Allows .*account 123456789012 .*assume this role/,
        /Attached policies\s*arn:aws:iam::aws:policy\/AmazonS3ReadOnlyAccess/,
        /Inline policies\s*read-orders/,
      ])
        assert.match(text, told);
      await page.locator('.tabs-container .tab.active', { hasText: 'trust.json' }).waitFor();
      assert.equal(await page.locator('.editor-group-container').count(), 2);
    },
  },
  {
    name: 'Assume Role opens a terminal that acts as the role',
    async run(page, aws) {
      await createAssumable(aws);
      await openFile(page, 'trust.json');
      await assumed(page);
      await chooseRow(page, 'Open Terminal');
      await terminalShown(page, new RegExp(`AWS: ${role}@123456789012 \\(expires \\d\\d:\\d\\d\\)`));
      const output = await runInTerminal(page, `'${process.execPath}' '${callerIdentity}'`, 'acts as');
      assert.match(output, new RegExp(`acts as ${sessionArn}`));
    },
  },
  {
    name: 'Stop Using Role gives the window its profile back',
    async run(page, aws) {
      await createAssumable(aws);
      await openFile(page, 'trust.json');
      await assumed(page);
      await chooseRow(page, 'Use for This Window');
      await notificationShown(page, `The commands of this window act as ${roleArn} now.`);
      await statusShown(page, 'profile', /orders-reader by dev, (1 h 0|59) min left, 123456789012/);
      await runCommand(page, 'IAM Roles: Stop Using Role');
      await notificationShown(page, 'Commands act with the profile dev again.');
      await statusShown(page, 'profile', /^\s*dev, 123456789012, eu-west-1 \(custom endpoint\)$/);
    },
  },
];

/** A role that everyone of the account may assume. */
function createAssumable(aws: string): Promise<void> {
  return rolesIn(aws).create(role, {}, { AWS: 'arn:aws:iam::123456789012:root' });
}

/** From the palette to the question what the session is for. */
async function assumed(page: Page): Promise<void> {
  await runCommand(page, 'IAM Roles: Assume Role…');
  await chooseRow(page, role);
  await questionShown(page, `Assume ${roleArn}`);
  await chooseRow(page, 'Assume Role');
  await questionShown(page, `Assumed ${role}`);
}
