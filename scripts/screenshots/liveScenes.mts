import type { Page } from 'playwright-core';
import { ec2, ecs, lambda, openLiveTrust, writeAnew } from '../../test/interface/liveTrust.mts';
import { rolesIn } from '../../test/interface/rolesIn.mts';
import {
  dialogShown,
  hideSideBar,
  notificationShown,
  policyTypeShown,
  pressInDialog,
  runCommand,
} from '../vscode/workbench.mts';
import type { Scene } from './scene.mts';

const common = { file: 'trust/ec2-instance.json', size: { width: 1120, height: 620 } } as const;

/** Policies in an account as documents, with the moto at this address as AWS; each scene makes a role of its own. */
export function liveScenes(aws: string): readonly Scene[] {
  return [
    {
      name: 'live-policy-diff',
      theme: 'light',
      ...common,
      async steps(page) {
        await opened(page, aws, 'invoices-writer');
        await writeAnew(page, withTwo);
        await page.keyboard.press('Control+S');
        await dialogShown(page, 'Update the trust policy of role invoices-writer');
      },
    },
    {
      name: 'live-policy-conflict',
      theme: 'dark',
      ...common,
      async steps(page) {
        await opened(page, aws, 'invoices-reader');
        await writeAnew(page, lambda);
        await rolesIn(aws).setTrustPolicy('invoices-reader', ecs);
        await page.keyboard.press('Control+S');
        await dialogShown(page, 'was changed in AWS since you opened it');
        await pressInDialog(page, 'Compare');
        await page.locator('.tab.active', { hasText: 'changed in AWS, and yours' }).waitFor();
        await notificationShown(page, 'Take over what you need from the comparison');
        await runCommand(page, 'Notifications: Clear All Notifications');
        await page.locator('.notifications-toasts').waitFor({ state: 'hidden' });
      },
    },
  ];
}

const withTwo = { ...ec2, Statement: [...ec2.Statement, ...lambda.Statement] };

async function opened(page: Page, aws: string, role: string): Promise<void> {
  await hideSideBar(page);
  await policyTypeShown(page, 'Trust policy');
  await page.locator('.editor-actions .codicon-person-add').waitFor();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLiveTrust(page, aws, role);
}
