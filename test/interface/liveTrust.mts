import type { Page } from 'playwright-core';
import { chooseRow, policyTypeShown, questionShown, runCommand } from '../../scripts/vscode/workbench.mts';
import { rolesIn } from './rolesIn.mts';

export const role = 'orders-reader';

const trusting = (service: string) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` }, Action: 'sts:AssumeRole' },
  ],
});
export const ec2 = trusting('ec2');
export const lambda = trusting('lambda');
export const ecs = trusting('ecs-tasks');

/** Makes the role, and opens its trust policy by command, in a folder that is known to be trusted. */
export async function openLiveTrust(page: Page, aws: string, name = role): Promise<void> {
  await rolesIn(aws).createWith(name, ec2);
  await runCommand(page, 'IAM Roles: Open Live Policy…');
  await questionShown(page, 'Open Live Policy');
  await chooseRow(page, name);
  await chooseRow(page, 'Trust Policy');
  await page.locator('.tab.active', { hasText: 'trust policy.json' }).waitFor();
  await page.locator('.editor-instance .view-line', { hasText: 'ec2.amazonaws.com' }).waitFor();
  await policyTypeShown(page, 'Trust policy');
}

/** Puts a policy in place of the whole text, as one that is pasted. */
export async function writeAnew(page: Page, policy: unknown): Promise<void> {
  const text = JSON.stringify(`${JSON.stringify(policy, undefined, 2)}\n`);
  await page.evaluate(`navigator.clipboard.writeText(${text})`);
  await page.locator('.editor-instance .view-lines').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}
