import type { Page } from 'playwright-core';
import { checkRow, chooseRow, fillQuestion, questionShown } from '../../scripts/vscode/workbench.mts';

/** Create Role from its options to its plan: an AWS managed policy, and no instance profile. */
export async function readerWithoutProfile(page: Page, role: string): Promise<void> {
  await questionShown(page, 'Create Role: Options (3/6)');
  await chooseRow(page, 'Continue');
  await questionShown(page, 'Create Role: Permissions (4/6)');
  await fillQuestion(page, 'AmazonS3ReadOnlyAccess');
  await checkRow(page, 'AmazonS3ReadOnlyAccess');
  await page.keyboard.press('Enter');
  await questionShown(page, 'Create Role: Instance Profile (5/6)');
  await chooseRow(page, 'Without one');
  await questionShown(page, 'Create Role: Review (6/6)');
  await chooseRow(page, `Create role ${role}`);
}
