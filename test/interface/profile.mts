import {
  editorTextShown,
  notificationShown,
  openFile,
  runCommand,
  statusShown,
} from '../../scripts/vscode/workbench.mts';
import type { MotoTest } from './interfaceTests.mts';

export const profileTests: readonly MotoTest[] = [
  {
    name: 'Copy Account ID puts it on the clipboard',
    async run(page) {
      await openFile(page, 'trust.json');
      await statusShown(page, 'profile', 'dev');
      await runCommand(page, 'IAM Roles: Copy Account ID');
      await notificationShown(page, 'The account id 123456789012 is on the clipboard.');
      await page.keyboard.press('Control+V');
      await editorTextShown(page, /^123456789012\{$/);
    },
  },
];
